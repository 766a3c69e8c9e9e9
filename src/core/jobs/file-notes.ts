import { findPastedForm } from '../file/pasted-text';
import { gzipNote, invalidBytesNote, stopNote } from '../input/reading-notes';
import type { Localizer } from '../text/localization';
import { isConsoleExport } from './console-export';
import type { FileReport, ReadProblem } from './item-job';
import { openErrorText } from './open-error';
import { pastedNote } from './pasted-note';

/** A file that was read, or could not be. */
export interface NotedFile {
  /** For people. */
  readonly path: string;
  /** Whether the user named it as a trace file. A folder may hold anything. */
  readonly isNamed: boolean;
}

/** What is to be said about a file, localised; `undefined` if nothing. Each note continues a sentence with its path. */
export function findNote(
  file: NotedFile,
  report: FileReport<unknown>,
  localizer: Localizer,
): string | undefined {
  const notes = report.problems.map((problem) => problemText(problem, file.path, localizer));
  if (notes.length > 0) return notes.join(localizer.t('; '));
  return report.kind === 'other' ? findOtherNote(file, report.head, localizer) : undefined;
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
function findOtherNote({ isNamed }: NotedFile, head: string, localizer: Localizer): string | undefined {
  const { t } = localizer;
  if (isConsoleExport(head))
    return t(
      'is a table exported from the console, which lacks most of each record. Check the trace files in the OBS bucket, a ListTraces API response or the JSON from "View Trace" instead',
    );
  const form = findPastedForm(head);
  if (form !== undefined) return pastedNote(form, localizer);
  if (!isNamed) return undefined;
  return head.trim() === ''
    ? t('is empty; nothing was checked')
    : t('is not a trace file and was not checked: no object in it has the fields of a trace');
}
