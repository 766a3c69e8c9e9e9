import type { ImsEvent } from '../catalog/types';
import { inLanguage, type Voice } from '../language';
import { type Line, text } from '../markdown';
import { isSuccess } from './http-status';
import { hasFailed, type Outcome, type Rating } from './outcome';
import { joinParts, joinSentences, labelled, sentence } from './phrases';
import { codeText, findComparison, ownCalls } from './status-text';

/** What this record says of its outcome; `event` where the catalog has a row for it. */
export function outcomeLine(outcome: Outcome, event: ImsEvent | undefined, voice: Voice): Line {
  const verdict = sentence(findVerdict(outcome, event, voice));
  const status = sentence(findStatusPart(outcome, event, voice));
  return labelled(voice.t('This trace:'), joinParts(verdict, status));
}

function findVerdict(outcome: Outcome, event: ImsEvent | undefined, voice: Voice): string | undefined {
  const { rating, status } = outcome;
  if (rating === undefined) return undefined;
  if (rating === 'normal') return normalText(outcome, event, voice);
  if (status !== undefined && isSuccess(status)) return failedAlthoughText(rating, status, voice);
  return failureText(rating, voice);
}

/** Failed in the body, not in the status: a real case, so the two do not contradict each other. */
export function failedAlthoughText(rating: Rating, status: number, { t }: Voice): string {
  return rating === 'incident'
    ? t('an incident although HTTP {0}: read response and message', status)
    : t('failed although HTTP {0}: read response and message', status);
}

function normalText(outcome: Outcome, event: ImsEvent | undefined, { t }: Voice): string {
  const { status } = outcome;
  if (event !== undefined && isAccepted(outcome, event)) {
    return t('Accepted; the result may follow as a second record of the same name');
  }
  return status !== undefined && status >= 400 ? t('rated normal although HTTP {0}', status) : t('succeeded');
}

function failureText(rating: Rating, { t }: Voice): string {
  return rating === 'incident' ? t('an incident, which is worse than a failure') : t('failed');
}

/** Whether the record may be about a request whose result is not there yet. */
function isAccepted(outcome: Outcome, event: ImsEvent): boolean {
  const { status } = outcome;
  if (hasFailed(outcome) || (status !== undefined && !isSuccess(status))) return false;
  const calls = ownCalls(event);
  return status === 202 || (calls.length > 0 && calls.every((call) => call.mode === 'async'));
}

function findStatusPart({ status }: Outcome, event: ImsEvent | undefined, voice: Voice): string | undefined {
  if (status === undefined) return undefined;
  const comparison = event && findComparison(status, event, voice);
  return comparison ?? codeText(status, voice);
}

/** Why an auditor cares, with how it ended in front where it failed. */
export function whyLine(event: ImsEvent, outcome: Outcome | undefined, voice: Voice): Line {
  const why = inLanguage(event.operation.why, voice.language);
  const failed = outcome !== undefined && hasFailed(outcome);
  const attempted = failed ? [voice.t('Attempted, recorded as failed:')] : [];
  return labelled(voice.t('Why it matters:'), [text(joinSentences([...attempted, why], voice.language))]);
}
