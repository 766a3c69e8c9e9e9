import { acceptedCountText } from '../accepted/accepted-texts';
import { tracesText } from '../assist/summary-line';
import type { Severity } from '../rules/severity';
import { replaceControlCharacters } from '../text/display-text';
import { type Localizer, numberText } from '../text/localization';
import type { BucketReport } from './bucket-report';
import { type BucketProgress, maxComparedTraces } from './bucket-request';

/** The title of a notification while folders are checked. */
export function checkingTitle(names: readonly string[], { t }: Localizer): string {
  return t('Checking {0}', replaceControlCharacters(names.join(', ')));
}

export function progressText(progress: BucketProgress, localizer: Localizer): string {
  const { t } = localizer;
  const { files, total, traces, findings } = progress;
  const counted =
    total === undefined
      ? t('Files: {0}', numberText(files))
      : t('Files: {0} of {1}', numberText(files), numberText(total));
  // A verification counts files alone
  const parts = traces > 0 ? [counted, tracesText(traces, localizer)] : [counted];
  if (findings > 0) parts.push(findingsText(findings, localizer));
  return parts.join(t('; '));
}

/** What a check came to, in one or two sentences. */
export function resultText({ coverage, counts, accepted }: BucketReport, localizer: Localizer): string {
  const { t } = localizer;
  const { files, traces } = coverage;
  const read = files.read + files['read-in-part'];
  if (read === 0 && files.unreadable === 0) return t('No trace files were found');
  const unread = files.unreadable + files['read-in-part'];
  const sentences = [
    read === 1
      ? t('Checked {0} in 1 file: {1}.', tracesText(traces, localizer), countsOf(counts, localizer))
      : t(
          'Checked {0} in {1} files: {2}.',
          tracesText(traces, localizer),
          numberText(read),
          countsOf(counts, localizer),
        ),
  ];
  if (accepted.count > 0) sentences.push(t('Accepted: {0}.', numberText(accepted.count)));
  if (unread > 0) sentences.push(t('Not read, or only in part: {0}.', numberText(unread)));
  return sentences.join(t(' '));
}

export function findingsText(count: number, { t }: Localizer): string {
  return count === 1 ? t('1 finding') : t('{0} findings', numberText(count));
}

/** Stands for the findings of a file that are not listed. */
export function unlistedText(count: number, localizer: Localizer): string {
  const { t } = localizer;
  return t('{0} more in this file. Open it to see them', findingsText(count, localizer));
}

/** Likewise, if the file is too large to be opened as a whole. */
export function unlistedInExcerptText(count: number, localizer: Localizer): string {
  const { t } = localizer;
  return t("{0} more in this file. 'cts-trace check FILE' lists them all", findingsText(count, localizer));
}

function countsOf(counts: Readonly<Record<Severity, number>>, localizer: Localizer): string {
  const { t } = localizer;
  const { error, warning, information, hint } = counts;
  const others = information + hint;
  const parts = [
    error > 0 && (error === 1 ? t('1 error') : t('{0} errors', numberText(error))),
    warning > 0 && (warning === 1 ? t('1 warning') : t('{0} warnings', numberText(warning))),
    others > 0 && (others === 1 ? t('1 other finding') : t('{0} other findings', numberText(others))),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('no findings') : parts.join(t(', '));
}

/** Said if a folder is to be chosen and there is none. */
export function noFolderText({ t }: Localizer): string {
  return t('No folder is open. Open one, or use "CTS: Check Folder…"');
}

export function chooseFolderTitle({ t }: Localizer): string {
  return t('Folder to Check');
}

export function chooseFolderButton({ t }: Localizer): string {
  return t('Check');
}

export function showProblemsButton({ t }: Localizer): string {
  return t('Show Problems');
}

/** @param reason as the system gives it */
export function failedText(reason: string, { t }: Localizer): string {
  return t('The check failed: {0}', reason);
}

/**
 * What is said on top of the view: how much the filter leaves, how many findings are accepted, and why others are not.
 * Empty if there is nothing to say.
 *
 * @param filter as it was typed
 * @param troubles why findings are not accepted
 */
export function stateText(
  { coverage, selected, accepted }: BucketReport,
  filter: string,
  troubles: readonly string[],
  localizer: Localizer,
): string {
  const { t } = localizer;
  const all = tracesText(coverage.traces, localizer);
  const parts = [
    ...(filter === ''
      ? []
      : [
          t(
            'Filter {0}: {1} of {2}. Problems lists the findings in these only',
            filter,
            numberText(selected),
            all,
          ),
        ]),
    ...(accepted.count > 0 ? [acceptedCountText(accepted.count, localizer)] : []),
    ...troubles,
  ];
  return parts.join(' · ');
}

export function badgeText(count: number, { t }: Localizer): string {
  return count === 1 ? t('1 error or warning') : t('{0} errors and warnings', numberText(count));
}

export function filterBoxTexts({ t }: Localizer) {
  return {
    title: t('Filter Traces'),
    prompt: t(
      'user:, account:, event:, service:, resource:, ip:, key:, is:failed, is:notable, is:change, or any text',
    ),
    placeHolder: 'user:alice event:delete* ip:203.0.113.0/24',
  };
}

export function showViewButton({ t }: Localizer): string {
  return t('Show in CTS View');
}

export function cancelledText({ t }: Localizer): string {
  return t('Cancelled. The Problems panel lists what was found until then');
}

/** Why a file cannot be opened from the results; it continues a sentence that begins with the file. */
export function notOpenedText({ t }: Localizer): string {
  return t('cannot be opened in the editor: its name is not valid UTF-8');
}

/** Said while settings that could hide something are ignored. */
export function restrictedText({ t }: Localizer): string {
  return t(
    "Restricted Mode: the folder's rules, catalogs, exclusions and accepted findings are not applied until you trust it",
  );
}

/** Said if there are too many traces to compare the ids of all. */
export function copiesPassedOverText({ t }: Localizer): string {
  return t('More than {0} traces: copies among the later ones were not found', numberText(maxComparedTraces));
}
