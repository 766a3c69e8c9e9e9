import type { Catalog } from '../../core/catalog/catalog';
import { escapeControlCharacters } from '../../core/text/display-text';
import type { Localizer } from '../../core/text/localization';
import type { Output } from './output-stream';

/** What a command works with: whom it speaks to and where it reads and writes. */
export interface Io {
  readonly localizer: Localizer;
  /** The events that are known. */
  readonly catalog: Catalog;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Says something beside the result. */
export async function writeNotice({ stderr }: Io, message: string): Promise<void> {
  await stderr.write(`cts-trace: ${message}\n`);
  await stderr.flush();
}

/** A note on a file or folder. */
export function writeNoticeAbout(io: Io, path: string, message: string): Promise<void> {
  return writeNotice(io, `${io.localizer.t('"{0}"', escapeControlCharacters(path))} ${message}`);
}
