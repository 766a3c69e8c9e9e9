import type { ImsEvent } from '../../catalog/rows/row-types';
import { hasFailed, type Outcome, type Rating } from '../../record/outcome';
import { inLanguage, type Localizer } from '../../text/localization';
import { type Line, text } from '../../text/markdown';
import { asyncLine } from './async-line';
import type { AsyncPlaces, ExplainSettings } from './explanation';
import { isSuccess } from './http-status';
import { codeText, findComparison, ownCalls } from './http-status-text';
import { joinClauses, joinParts, labelled, sentence } from './phrases';

/**
 * The outcome of the trace, and where the result of an accepted call is.
 *
 * @param event the row of the trace, if the catalog has one
 */
export function outcomeLines(
  outcome: Outcome,
  event: ImsEvent | undefined,
  { localizer, asyncPlaces }: ExplainSettings,
): readonly Line[] {
  const failure = findFailedAlthough(outcome, localizer);
  const verdict = findVerdict(outcome, { event, role: asyncPlaces?.role }, localizer);
  const parts = failure === undefined ? [verdict, findStatusPart(outcome, event, localizer)] : [failure];
  return [
    labelled(localizer.t('This trace:'), joinParts(...parts.map(sentence))),
    asyncLine(asyncPlaces, localizer),
  ];
}

interface Circumstances {
  readonly event: ImsEvent | undefined;
  /** What else of the same request is in the file. */
  readonly role: AsyncPlaces['role'] | undefined;
}

function findVerdict(
  outcome: Outcome,
  circumstances: Circumstances,
  localizer: Localizer,
): string | undefined {
  const { rating } = outcome;
  if (rating === undefined) return undefined;
  return rating === 'normal' ? normalText(outcome, circumstances, localizer) : failureText(rating, localizer);
}

/**
 * A failure reported by the rating although the HTTP status is 2xx. That happens when only the response body reports
 * it, so it is no contradiction.
 */
export function findFailedAlthough({ rating, status }: Outcome, { t }: Localizer): string | undefined {
  if (status === undefined || !isSuccess(status)) return undefined;
  if (rating === 'incident') return t('incident despite HTTP {0}; check response and message', status);
  if (rating === 'warning') return t('failed despite HTTP {0}; check response and message', status);
  return undefined;
}

function normalText(outcome: Outcome, { event, role }: Circumstances, { t }: Localizer): string {
  const { status } = outcome;
  if (role === 'result') return t('accepted');
  if (role === undefined && event !== undefined && isAccepted(outcome, event)) {
    return t('accepted; the result may follow as a second trace with the same name');
  }
  return status !== undefined && status >= 400 ? t('rated normal despite HTTP {0}', status) : t('succeeded');
}

function failureText(rating: Rating, { t }: Localizer): string {
  return rating === 'incident' ? t('incident (more severe than a failure)') : t('failed');
}

/** Whether the trace may be about an asynchronous request that is still running. */
function isAccepted(outcome: Outcome, event: ImsEvent): boolean {
  const { status } = outcome;
  if (hasFailed(outcome) || (status !== undefined && !isSuccess(status))) return false;
  const calls = ownCalls(event);
  return status === 202 || (calls.length > 0 && calls.every((call) => call.mode === 'async'));
}

function findStatusPart(
  { status }: Outcome,
  event: ImsEvent | undefined,
  localizer: Localizer,
): string | undefined {
  if (status === undefined) return undefined;
  const comparison = event && findComparison(status, event, localizer);
  if (comparison === undefined) return codeText(status, localizer);
  return comparison.isSuccess
    ? localizer.t('code {0}, {1}', status, comparison.text)
    : joinClauses([codeText(status, localizer), comparison.text], localizer.language);
}

/** Why an auditor cares; the label says whether it is about an attempt that failed. */
export function whyLine(event: ImsEvent, outcome: Outcome | undefined, localizer: Localizer): Line {
  const { language, t } = localizer;
  const failed = outcome !== undefined && hasFailed(outcome);
  const label = failed ? t('Why the attempt matters:') : t('Why it matters:');
  return labelled(label, [text(inLanguage(event.operation.why, language))]);
}
