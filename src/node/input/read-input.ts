import { constants } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { Localizer } from '../../core/text/localization';
import { type DecodedText, type DecodeProblem, decode } from './decode';
import type { Input } from './find-inputs';

/** The text of an input, or the localised reason why it cannot be read. */
export type ReadInput = DecodedText | { readonly reason: string };

/** Reads a file or standard input to its end. */
export async function readInput(
  input: Input,
  stdin: NodeJS.ReadableStream,
  localizer: Localizer,
): Promise<ReadInput> {
  if (input.kind === 'unreadable') return { reason: openErrorText(input.error, localizer) };
  try {
    const stream =
      input.kind === 'stdin' ? stdin : createReadStream(input.path, { highWaterMark: 1024 * 1024 });
    const bytes = await readBytes(stream);
    const decoded = bytes === undefined ? ({ problem: 'too-long' } as const) : decode(bytes);
    return 'text' in decoded ? decoded : { reason: decodeProblemText(decoded.problem, localizer) };
  } catch (error) {
    return { reason: openErrorText(error, localizer) };
  }
}

/** All bytes; `undefined` if there are more than a string can hold, so that endless devices terminate. */
async function readBytes(stream: NodeJS.ReadableStream): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > constants.MAX_STRING_LENGTH) return undefined;
  }
  return Buffer.concat(chunks, length);
}

function openErrorText(error: unknown, { t }: Localizer): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  switch (code) {
    case 'ENOENT':
      return t('cannot be opened: there is no such file or folder');
    case 'EACCES':
    case 'EPERM':
      return t('cannot be opened: no permission to read it');
    case 'ELOOP':
      return t('cannot be opened: the link leads back to itself');
    case 'EISDIR':
      return t('is a folder: name a file in it');
    default:
      return t('cannot be opened: {0}', code);
  }
}

function decodeProblemText(problem: DecodeProblem, { t }: Localizer): string {
  switch (problem) {
    case 'gzip':
      return t('is gzipped: unzip it first, or hand it over: gunzip -c FILE | cts-trace check -');
    case 'zip':
      return t(
        'is a ZIP archive or an Excel table: unzip an archive first; a table exported from the console lacks most of each record, export the trace files from OBS instead',
      );
    case 'binary':
      return t('is not text: it holds NUL characters; UTF-16 is read where it begins with a byte order mark');
    case 'too-long':
      return t('is too large to be read in one piece: split it');
  }
}
