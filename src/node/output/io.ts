import type { Catalog } from '../../core/catalog/catalog';
import { replaceControlCharacters } from '../../core/text/display-text';
import type { Localizer } from '../../core/text/localization';
import type { Output } from './output-stream';

/** The environment of a command: language, catalog and streams. */
export interface Io {
  readonly localizer: Localizer;
  readonly catalog: Catalog;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Writes a message of one line to stderr, apart from the result. It may quote foreign text. */
export async function writeNotice({ stderr }: Io, message: string): Promise<void> {
  await stderr.write(`cts-trace: ${replaceControlCharacters(message)}\n`);
  await stderr.flush();
}

/** Writes a message about a file or folder. */
export function writeNoticeAbout(io: Io, path: string, message: string): Promise<void> {
  return writeNotice(io, io.localizer.t('"{0}" {1}', path, message));
}
