import type { CheckSettings } from '../../core/check/check-settings';
import { CheckedFile } from '../../core/check/checked-file';
import { findLineStarts, positionOf } from '../../core/text/lines';
import { isConsoleExport } from '../input/console-export';
import type { DecodedText } from '../input/decode';
import type { Input } from '../input/find-inputs';
import { readInput } from '../input/read-input';
import type { CheckedInput } from '../output/checked-input';

export type InputSettings = Omit<CheckSettings, 'isLineDelimited' | 'isSyntaxReportedElsewhere'>;

/** Reads and checks one input. */
export async function checkInput(
  input: Input,
  stdin: NodeJS.ReadableStream,
  settings: InputSettings,
): Promise<CheckedInput> {
  const { t } = settings.localizer;
  const read = await readInput(input, stdin, settings.localizer);
  if ('reason' in read) return uncheckedInput(input.path, 'unreadable', read.reason);
  try {
    return checkText(input, read, settings);
  } catch (error) {
    // The core should never throw; if it does, the other files are still checked
    return uncheckedInput(
      input.path,
      'unreadable',
      t('could not be checked, a fault of this program: {0}', String(error)),
    );
  }
}

function checkText(input: Input, decoded: DecodedText, settings: InputSettings): CheckedInput {
  const { path } = input;
  const { text } = decoded;
  const file = new CheckedFile(
    { length: text.length, slice: (start, end) => text.slice(start, end) },
    { ...settings, isSyntaxReportedElsewhere: false, isLineDelimited: /\.(?:jsonl|ndjson)$/i.test(path) },
  );
  file.read(() => true);
  const { kind } = file;
  if (kind !== 'traces')
    return uncheckedInput(path, kind, kind === 'other' ? otherNote(input, text, settings) : undefined);
  const findings = file.findings();
  const starts = findings.length > 0 ? findLineStarts(text) : new Uint32Array(1);
  return {
    path,
    kind,
    traces: file.traceCount,
    findings,
    positionOf: (offset) => positionOf(starts, offset),
    note: encodingNote(decoded, settings),
  };
}

function encodingNote(
  { text, brokenEncoding }: DecodedText,
  { localizer }: InputSettings,
): string | undefined {
  if (brokenEncoding === undefined) return undefined;
  const { line, column } = positionOf(findLineStarts(text), text.indexOf('\u{FFFD}'));
  return localizer.t(
    'is not valid {0}: bytes that mean nothing in it were read as "�", the first in line {1}, column {2}',
    brokenEncoding,
    line + 1,
    column + 1,
  );
}

/** Only inputs named by the user are expected to be trace files; a folder may hold anything. */
function otherNote(input: Input, text: string, { localizer }: InputSettings): string | undefined {
  const { t } = localizer;
  if (isConsoleExport(text))
    return t(
      'is a table exported from the console, which lacks most of each record: check the trace files in the OBS bucket, a response of the ListTraces API, or the JSON of "View Trace" instead',
    );
  if (input.kind === 'file' && !input.isNamed) return undefined;
  return text.trim() === ''
    ? t('is empty: nothing was checked')
    : t('is not a trace file, nothing in it was checked: no object in it has the fields of a trace');
}

function uncheckedInput(path: string, kind: CheckedInput['kind'], note: string | undefined): CheckedInput {
  return { path, kind, traces: 0, findings: [], positionOf: () => ({ line: 0, column: 0 }), note };
}
