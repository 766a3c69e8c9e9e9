import { constants } from 'node:buffer';
import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Localizer } from '../../core/text/localization';
import { type DecodedText, type DecodeProblem, decode } from './decode';
import type { Input } from './find-inputs';
import { type Location, mayBeMisread } from './location';

/** The text of an input, or the localised reason why it cannot be read. */
export type ReadInput = DecodedText | { readonly reason: string };

/** Reads a file or standard input to its end. */
export async function readInput(
  input: Exclude<Input, { kind: 'gzipped' }>,
  stdin: NodeJS.ReadableStream,
  localizer: Localizer,
): Promise<ReadInput> {
  if (input.kind === 'unreadable') return { reason: openErrorText(input.path, input.error, localizer) };
  try {
    const bytes = input.kind === 'stdin' ? await readStream(stdin) : await readFile(input.location);
    const decoded = bytes === undefined ? ({ problem: 'too-long' } as const) : decode(bytes);
    return 'text' in decoded ? decoded : { reason: decodeProblemText(decoded.problem, localizer) };
  } catch (error) {
    return { reason: openErrorText(input.path, error, localizer) };
  }
}

/**
 * All bytes of a file. Synchronous except for pipes and devices: for many small files, waiting for each call costs far
 * more than the calls.
 */
async function readFile(location: Location): Promise<Uint8Array | undefined> {
  const file = openSync(location, 'r');
  const stats = fstatSync(file);
  if (!stats.isFile()) return readStream(createReadStream('', { fd: file, highWaterMark: 1024 * 1024 }));
  try {
    return stats.size > constants.MAX_STRING_LENGTH ? undefined : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** All bytes; `undefined` if there are more than a string can hold, so that endless devices terminate. */
async function readStream(stream: NodeJS.ReadableStream): Promise<Uint8Array | undefined> {
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

/** Why an input could not be opened. */
function openErrorText(path: string, error: unknown, { t }: Localizer): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  switch (code) {
    case 'ENOENT':
      if (mayBeMisread(path))
        return t('cannot be opened: its name is not valid UTF-8. Check the folder that contains it instead');
      return t('cannot be opened: no such file or folder');
    case 'EACCES':
    case 'EPERM':
      return t('cannot be opened: permission denied');
    case 'ELOOP':
      return t('cannot be opened: the link points back to itself');
    case 'ENAMETOOLONG':
      return t(
        'cannot be opened: the path is too long. Change to a folder closer to it and check from there',
      );
    case 'EISDIR':
      return t('is a folder. Name a file in it');
    default:
      return t('cannot be opened: {0}', code);
  }
}

export function gzipText({ t }: Localizer): string {
  return t("is gzipped. Unzip it first, or pipe it in: 'gunzip -c FILE | cts-trace check -'");
}

function decodeProblemText(problem: DecodeProblem, localizer: Localizer): string {
  const { t } = localizer;
  switch (problem) {
    case 'gzip':
      return gzipText(localizer);
    case 'zip':
      return t(
        'is a ZIP archive or an Excel table. Unzip an archive first; a table exported from the console lacks most of each record, so use the trace files in OBS instead',
      );
    case 'binary':
      return t('is not text: it contains NUL characters. UTF-16 must begin with a byte order mark');
    case 'too-long':
      return t('is too large to read. Split it');
  }
}
