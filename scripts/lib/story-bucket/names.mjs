import { filePrefix } from './people.mjs';

/**
 * The folder of a day as CTS names it: month and day without zeros in front.
 *
 * @param {string} region
 * @param {number} time
 */
function folderOf(region, time) {
  const date = new Date(time);
  const day = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join('/');
  return `CloudTraces/${region}/${day}/system`;
}

/**
 * @param {{ region: string, service: string, time: number, hex: string }} file
 */
export function traceFileName({ region, service, time, hex }) {
  const name = `${filePrefix}_CloudTrace_${region}_${toFileTime(time)}_${hex}.json.gz`;
  return `${folderOf(region, time)}/${service}/${name}`;
}

/**
 * @param {{ region: string, service: string, time: number }} digest time: the end of its hour
 */
export function digestFileName({ region, service, time }) {
  const name = `${filePrefix}_CloudTrace-Digest_${region}_${toFileTime(time)}.json.gz`;
  return `${folderOf(region, time)}/Digest/${service}/${name}`;
}

/**
 * As in file names and digests: `2026-03-31T20-15-00Z`.
 *
 * @param {number} time
 */
export function toFileTime(time) {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}
