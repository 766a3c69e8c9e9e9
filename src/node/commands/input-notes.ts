import { findPastedForm } from '../../core/file/pasted-text';
import { gzipNote, invalidBytesNote, stopNote } from '../../core/input/reading-notes';
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
      return gzipNote(problem.outcome, localizer);
    case 'stopped':
      return stopNote(problem.reason, localizer);
    case 'invalid-bytes':
      return invalidBytesNote(problem.place, localizer);
    case 'abandoned':
      return t('was not read to its end, because the thread that read it failed: {0}', problem.reason);
    case 'fault':
      return t('was not fully checked because of an internal error: {0}', problem.error);
    case 'unlisted':
      return t('has {0} more findings before its first intact trace, which are not listed', problem.count);
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
