import type { Catalog } from '../../core/catalog/catalog';
import type { Addition } from '../../core/catalog/service-catalog';
import { replaceControlCharacters } from '../../core/text/display-text';
import type { Localizer } from '../../core/text/localization';
import type { Output } from './output-stream';

/** The environment of a command: language, catalog, streams, and what ends it early. */
export interface Io {
  readonly localizer: Localizer;
  /** The built-in catalog with what those of the user add. */
  readonly catalog: Catalog;
  readonly additions: readonly Addition[];
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The file of the summary of a step in GitHub Actions; `undefined` elsewhere. */
  readonly stepSummary: string | undefined;
  /** Is aborted when the user interrupts the program. */
  readonly signal: AbortSignal;
  /** The file of the program, which worker threads run, too. */
  readonly script: string;
  /** How many threads may work at the same time unless the user says so. */
  readonly cores: number;
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
