import { Z_BUF_ERROR, Z_NO_FLUSH, Z_OK, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit2 } from 'pako';
import type { ByteReader } from './byte-reader';
import { crc32 } from './crc32';
import type { InflateHost, InflateOutcome } from './gunzip';

/** Unpacks in any host, with a port of zlib: a browser's own streams cannot say where a member ends. */
export const portableInflateHost: InflateHost = { inflate, crc32 };

/** Tells zlib that the data have neither header nor trailer, and the largest window. */
const rawWindowBits = -15;
/** How much is unpacked in one step, in bytes: well below a millisecond. */
const outputLength = 128 * 1024;

async function* inflate(reader: ByteReader): AsyncGenerator<Uint8Array, InflateOutcome> {
  const stream = new ZStream();
  zlibInflateInit2(stream, rawWindowBits);
  stream.output = new Uint8Array(outputLength);
  for (;;) {
    if (stream.avail_in === 0 && !(await fill(stream, reader))) return 'cut';
    stream.next_out = 0;
    stream.avail_out = outputLength;
    const status = zlibInflate(stream, Z_NO_FLUSH);
    if (stream.next_out > 0) yield stream.output.slice(0, stream.next_out);
    if (status === Z_STREAM_END) {
      reader.unread(stream.input.subarray(stream.next_in));
      return 'end';
    }
    if (status !== Z_OK && status !== Z_BUF_ERROR) return 'damaged';
  }
}

/** @returns false at the end of the data */
async function fill(stream: ZStream, reader: ByteReader): Promise<boolean> {
  const piece = await reader.read();
  if (piece === undefined) return false;
  stream.input = piece;
  stream.next_in = 0;
  stream.avail_in = piece.length;
  return true;
}
