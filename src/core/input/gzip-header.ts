/** The format is RFC 1952. */
const magic = [0x1f, 0x8b] as const;
const deflate = 8;
const fixedLength = 10;
const flags = { headerChecksum: 2, extra: 4, name: 8, comment: 16 } as const;

/** The trailer of a member: CRC-32 and length, four bytes each. */
export const trailerLength = 8;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === magic[0] && bytes[1] === magic[1];
}

/**
 * The length of the header of a member.
 *
 * @param bytes from the beginning of the member on
 * @returns `needs-more` if it goes on beyond the bytes, `none` if there is none
 */
export function headerLengthOf(bytes: Uint8Array): number | 'needs-more' | 'none' {
  const start = [...magic, deflate];
  if (start.some((byte, index) => index < bytes.length && bytes[index] !== byte)) return 'none';
  if (bytes.length < fixedLength) return 'needs-more';
  const set = bytes[3] ?? 0;
  let at: number | undefined = fixedLength;
  if (set & flags.extra) at = at + 2 <= bytes.length ? at + 2 + readUint16(bytes, at) : undefined;
  if (set & flags.name) at = afterZero(bytes, at);
  if (set & flags.comment) at = afterZero(bytes, at);
  if (set & flags.headerChecksum && at !== undefined) at += 2;
  return at === undefined || at > bytes.length ? 'needs-more' : at;
}

/** The checksum and the length (modulo 2^32) of the data of a member. */
export interface Trailer {
  readonly checksum: number;
  readonly length: number;
}

/** @param at where the trailer begins; it is complete */
export function readTrailer(bytes: Uint8Array, at: number): Trailer {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, trailerLength);
  return { checksum: view.getUint32(0, true), length: view.getUint32(4, true) };
}

function afterZero(bytes: Uint8Array, from: number | undefined): number | undefined {
  const zero = from === undefined ? -1 : bytes.indexOf(0, from);
  return zero < 0 ? undefined : zero + 1;
}

function readUint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
