import { findPastedForm } from '../../core/file/pasted-text';
import type { GzipOutcome } from '../../core/input/gunzip';
import type { Localizer } from '../../core/text/localization';
import { isConsoleExport } from '../input/console-export';
import type { Input } from '../input/find-inputs';
import { openErrorText } from '../input/open-error';
import type { FileReport, ReadProblem } from '../work/item-job';
import { pastedNote } from './pasted-note';

/** What is to be said about an input, localised; `undefined` if nothing. Each note continues a sentence with its path. */
export function findNote(
  input: Input,
  report: FileReport<unknown>,
  localizer: Localizer,
): string | undefined {
  const notes = report.problems.map((problem) => problemText(problem, input.path, localizer));
  if (notes.length > 0) return notes.join(localizer.t('; '));
  return report.kind === 'other' ? findOtherNote(input, report.head, localizer) : undefined;
}

function problemText(problem: ReadProblem, path: string, localizer: Localizer): string {
  const { t } = localizer;
  switch (problem.kind) {
    case 'system':
      return openErrorText(path, problem.code, localizer);
    case 'gzip':
      return gzipText(problem.outcome, localizer);
    case 'stopped':
      return stopText(problem, localizer);
    case 'invalid-bytes':
      return t(
        'is not valid {0}. Invalid bytes were read as "�", the first at line {1}, column {2}',
        problem.place.encoding,
        problem.place.position.line + 1,
        problem.place.position.column + 1,
      );
    case 'abandoned':
      return t('was not read to its end, because the thread that read it failed: {0}', problem.reason);
    case 'fault':
      return t('was not fully checked because of an internal error: {0}', problem.error);
    case 'unlisted':
      return t('has {0} more findings before its first intact trace, which are not listed', problem.count);
  }
}

function gzipText(outcome: Exclude<GzipOutcome, 'whole'>, { t }: Localizer): string {
  switch (outcome) {
    case 'cut':
      return t(
        'is cut off: the gzipped data ends too early. What could be unpacked was read. Download it again',
      );
    case 'damaged':
      return t('is damaged: the gzipped data cannot be unpacked to its end. What could be unpacked was read');
    case 'wrong-checksum':
      return t('was read, but the checksum of its gzipped data is wrong: it is not what was compressed');
    case 'bytes-after-end':
      return t('has bytes after the end of its gzipped data, which were not read');
  }
}

function stopText({ reason }: Extract<ReadProblem, { kind: 'stopped' }>, { t }: Localizer): string {
  switch (reason.kind) {
    case 'zip':
      return t(
        'is a ZIP archive or an Excel table. Unzip an archive first; a table exported from the console lacks most of each record, so use the trace files in OBS instead',
      );
    case 'gzip':
      return t("is gzipped twice. Unzip it once first: 'gunzip FILE'");
    case 'binary':
      return t('is not text: it contains NUL characters. UTF-16 must begin with a byte order mark');
    case 'too-long':
      return t(
        'was read up to line {0}, column {1}: the value that begins there is longer than 64 million characters',
        reason.position.line + 1,
        reason.position.column + 1,
      );
  }
}

/**
 * Only inputs named by the user are expected to be trace files; a folder may hold anything. What certainly was a trace
 * is pointed out everywhere.
 */
function findOtherNote(input: Input, head: string, localizer: Localizer): string | undefined {
  const { t } = localizer;
  if (isConsoleExport(head))
    return t(
      'is a table exported from the console, which lacks most of each record. Check the trace files in the OBS bucket, a ListTraces API response or the JSON from "View Trace" instead',
    );
  const form = findPastedForm(head);
  if (form !== undefined) return pastedNote(form, localizer);
  if (input.kind === 'file' && !input.isNamed) return undefined;
  return head.trim() === ''
    ? t('is empty; nothing was checked')
    : t('is not a trace file and was not checked: no object in it has the fields of a trace');
}
