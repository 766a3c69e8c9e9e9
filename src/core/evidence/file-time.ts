import { readTime } from '../record/times';

/**
 * Reads a time as file names and digests have it, in UTC, with hyphens instead of colons: `2026-03-31T20-15-00Z`.
 *
 * @returns epoch milliseconds; `undefined` if it is none
 */
export function readFileTime(text: string): number | undefined {
  const [, date = '', clock = ''] = fileTime.exec(text) ?? [];
  return readTime(`${date}T${clock.replaceAll('-', ':')}Z`)?.epochMilliseconds;
}

const fileTime = /^(\d{4}-\d\d-\d\d)T(\d\d[-:]\d\d[-:]\d\d)Z$/;
