import path from 'node:path';
import type { ArtifactLocation } from 'sarif';

/** The name of the folder that relative addresses count from. */
export const baseId = 'SRCROOT';

/**
 * Where a file is: relative to the folder of the run if it is in it, and otherwise as a `file:` address.
 *
 * @param name as the system names it, in bytes if it is not UTF-8
 * @param base the folder of the run
 */
export function artifactLocationOf(name: string | Uint8Array, base: string): ArtifactLocation {
  if (name === '-') return { uri: '-' };
  const folder = toByteText(base);
  const absolute = path.resolve(folder, toByteText(name));
  const relative = path.relative(folder, absolute);
  const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return isOutside ? { uri: fileUri(absolute) } : { uri: percentEncode(relative), uriBaseId: baseId };
}

/** The address of a folder, which ends with a slash. */
export function folderUri(folder: string): string {
  return fileUri(toByteText(folder)).replace(/\/?$/, '/');
}

/** A character for each byte, so that names of any encoding keep theirs. */
function toByteText(name: string | Uint8Array): string {
  return Buffer.from(name).toString('latin1');
}

function fileUri(absolute: string): string {
  const encoded = percentEncode(absolute);
  if (encoded.startsWith('//')) return `file:${encoded}`;
  return encoded.startsWith('/') ? `file://${encoded}` : `file:///${encoded}`;
}

/** Encodes all but the characters that no address reserves, and the colon of a drive. */
function percentEncode(byteText: string): string {
  const steps = byteText.split(path.sep);
  return steps.map((step, index) => (index === 0 && drive.test(step) ? step : encodeStep(step))).join('/');
}

const drive = /^[A-Za-z]:$/;

function encodeStep(step: string): string {
  return step.replace(/[^A-Za-z0-9._~-]/g, (byte) => {
    const code = byte.charCodeAt(0).toString(16).toUpperCase();
    return `%${code.padStart(2, '0')}`;
  });
}
