import path from 'node:path';

/**
 * Where a file or folder is, as the system names it. A string, or bytes if the name is not valid UTF-8: archives made
 * on Windows have names in the encoding of that system, such as GBK.
 */
export type Location = string | Buffer;

/** The location of an entry of a folder. */
export function locationIn(folder: Location, name: Location): Location {
  if (typeof folder === 'string' && typeof name === 'string') return path.join(folder, name);
  const parent = Buffer.from(folder);
  const separator = parent.at(-1) === path.sep.charCodeAt(0) ? '' : path.sep;
  return Buffer.concat([parent, Buffer.from(separator), Buffer.from(name)]);
}

/** A path with slashes, as in a bucket, on any system. */
export function withSlashes(named: string): string {
  return path.sep === '/' ? named : named.split(path.sep).join('/');
}

/** A name for people: bytes that are not UTF-8 are written as `\xNN`, so that different names stay different. */
export function nameText(name: Location): string {
  if (typeof name === 'string') return name;
  let shown = '';
  for (let at = 0; at < name.length; ) {
    const character = characterAt(name, at);
    shown += character ?? `\\x${name.toString('hex', at, at + 1).toUpperCase()}`;
    at += character === undefined ? 1 : Buffer.byteLength(character);
  }
  return shown;
}

/** A key that is the same for the same location only. */
export function locationKey(location: Location): string {
  return Buffer.from(location).toString('latin1');
}

function characterAt(bytes: Buffer, at: number): string | undefined {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    const slice = bytes.subarray(at, at + length);
    const character = slice.toString('utf8');
    if (Buffer.from(character).equals(slice)) return character;
  }
  return undefined;
}
