import { lazy } from '../../core/catalog/lazy';
import type { CheckSettings } from '../../core/check/check-settings';
import { CheckedFile } from '../../core/check/checked-file';
import type { Finding } from '../../core/check/finding';
import { findPastedForm } from '../../core/file/pasted-text';
import { lineStartsOf, positionOf } from '../../core/text/lines';
import { textSource } from '../../core/text/text-source';
import { isConsoleExport } from '../input/console-export';
import type { DecodedText } from '../input/decode';
import type { Input } from '../input/find-inputs';
import { readInput } from '../input/read-input';
import { type CheckedInput, inputWithoutFindings } from '../output/checked-input';
import { pastedNote } from './pasted-note';

type ReadableInput = Exclude<Input, { kind: 'gzipped' }>;

export type InputSettings = Omit<CheckSettings, 'isLineDelimited' | 'isSyntaxReportedElsewhere'>;

/** Reads and checks one input; its findings are made when they are iterated. */
export async function checkInput(
  input: ReadableInput,
  stdin: NodeJS.ReadableStream,
  settings: InputSettings,
): Promise<CheckedInput> {
  const read = await readInput(input, stdin, settings.localizer);
  if ('reason' in read) return inputWithoutFindings(input.path, 'unreadable', read.reason);
  try {
    return checkText(input, read, settings);
  } catch (error) {
    return inputWithoutFindings(input.path, 'unreadable', faultText(error, settings));
  }
}

function checkText(input: ReadableInput, decoded: DecodedText, settings: InputSettings): CheckedInput {
  const { path } = input;
  const { text } = decoded;
  const file = new CheckedFile(textSource(text), {
    ...settings,
    isSyntaxReportedElsewhere: false,
    isLineDelimited: /\.(?:jsonl|ndjson)$/i.test(path),
  });
  file.read(() => true);
  const { kind } = file;
  if (kind !== 'traces')
    return inputWithoutFindings(path, kind, kind === 'other' ? otherNote(input, text, settings) : undefined);
  const starts = lazy(() => lineStartsOf(text));
  const findings = untilFault(file.eachFinding());
  return {
    path,
    kind,
    traces: file.traceCount,
    findings,
    count: (severity) => file.count(severity),
    positionOf: (offset) => positionOf(starts(), offset),
    remarks: () =>
      findings.fault === undefined
        ? { isWhole: true, note: encodingNote(decoded, settings) }
        : { isWhole: false, note: faultText(findings.fault, settings) },
  };
}

/** The core should never throw; if it does, the rest of the report and the other files are still written. */
function untilFault(findings: Iterable<Finding>): Iterable<Finding> & { readonly fault: unknown } {
  let fault: unknown;
  return {
    *[Symbol.iterator]() {
      try {
        yield* findings;
      } catch (error) {
        fault = error;
      }
    },
    get fault() {
      return fault;
    },
  };
}

function faultText(error: unknown, { localizer }: InputSettings): string {
  return localizer.t('was not fully checked because of an internal error: {0}', String(error));
}

function encodingNote(
  { text, brokenEncoding }: DecodedText,
  { localizer }: InputSettings,
): string | undefined {
  if (brokenEncoding === undefined) return undefined;
  const { line, column } = positionOf(lineStartsOf(text), text.indexOf('\u{FFFD}'));
  return localizer.t(
    'is not valid {0}. Invalid bytes were read as "�", the first at line {1}, column {2}',
    brokenEncoding,
    line + 1,
    column + 1,
  );
}

/**
 * Only inputs named by the user are expected to be trace files; a folder may hold anything. What certainly was a trace
 * is pointed out everywhere.
 */
function otherNote(input: ReadableInput, text: string, { localizer }: InputSettings): string | undefined {
  const { t } = localizer;
  if (isConsoleExport(text))
    return t(
      'is a table exported from the console, which lacks most of each record. Check the trace files in the OBS bucket, a ListTraces API response or the JSON from "View Trace" instead',
    );
  const form = findPastedForm(text);
  if (form !== undefined) return pastedNote(form, localizer);
  if (input.kind === 'file' && !input.isNamed) return undefined;
  return text.trim() === ''
    ? t('is empty; nothing was checked')
    : t('is not a trace file and was not checked: no object in it has the fields of a trace');
}
