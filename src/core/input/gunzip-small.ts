import { joinBytes } from '../text/join-bytes';
import { headerLengthOf, readTrailer, trailerLength } from './gzip-header';

/** What the host provides to unpack data in one go. */
export interface InflateAllHost {
  /**
   * Inflates raw deflate data from an offset on.
   *
   * @returns the data and how many bytes they took; `undefined` if they are cut, damaged or too long for one go
   */
  inflateAll(bytes: Uint8Array, at: number): { readonly data: Uint8Array; readonly used: number } | undefined;
  crc32(bytes: Uint8Array, before: number): number;
}

/**
 * Unpacks gzipped data of a few megabytes that are whole: much faster than piece by piece.
 *
 * @returns the data of all members; `undefined` if anything about them is out of the ordinary
 */
export function gunzipSmall(bytes: Uint8Array, host: InflateAllHost): Uint8Array | undefined {
  const members: Uint8Array[] = [];
  let unpackedLength = 0;
  let at = 0;
  while (at < bytes.length) {
    const header = headerLengthOf(bytes.subarray(at));
    if (typeof header !== 'number') return undefined;
    const inflated = host.inflateAll(bytes, at + header);
    if (inflated === undefined) return undefined;
    const { data, used } = inflated;
    const end = at + header + used;
    if (end + trailerLength > bytes.length) return undefined;
    const { checksum, length } = readTrailer(bytes, end);
    if (length !== data.length % 2 ** 32 || checksum !== host.crc32(data, 0)) return undefined;
    unpackedLength += data.length;
    if (unpackedLength > maxUnpackedLength) return undefined;
    members.push(data);
    at = end + trailerLength;
  }
  const [only] = members;
  return members.length === 1 ? only : joinBytes(members);
}

/** In bytes. */
const maxUnpackedLength = 16 * 1024 * 1024;
