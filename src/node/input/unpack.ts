import { gunzipSync } from 'node:zlib';
import { isGzip } from '../../core/input/gzip-header';
import { decode } from './decode';

/** Longer texts are not unpacked, in bytes. */
const maxLength = 64 * 1024 * 1024;

/** The text of a small file, gzipped or not; `undefined` if it is damaged, longer than expected, or not text. */
export function findText(bytes: Uint8Array): string | undefined {
  try {
    const decoded = decode(isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: maxLength }) : bytes);
    return 'text' in decoded ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}
