import type { GlanceCall, ImsCall, ImsEvent } from '../../catalog/rows/row-types';
import { inLanguage, type Language, type Localizer } from '../../text/localization';
import { findStatusName } from './http-status';
import { joinChoices, joinClauses } from './phrases';

/** `404 Not Found` */
export function statusText(status: number, language: Language): string {
  const name = findStatusName(status);
  return name === undefined ? `${status}` : `${status} ${inLanguage(name, language)}`;
}

/** `code 404 Not Found` */
export function codeText(status: number, { language, t }: Localizer): string {
  return t('code {0}', statusText(status, language));
}

/** Compares a status with the success statuses of the calls of an event. */
export interface Comparison {
  readonly isSuccess: boolean;
  /** `the success code of the Glance call`, `on success Glance answers 204` */
  readonly text: string;
}

/** `undefined` if the success statuses are unknown. */
export function findComparison(
  status: number,
  event: ImsEvent,
  localizer: Localizer,
): Comparison | undefined {
  return event.side === 'glance'
    ? findGlanceComparison(status, event.operation.glance.calls, localizer)
    : findImsComparison(status, ownCalls(event), localizer);
}

function findImsComparison(
  status: number,
  calls: readonly ImsCall[],
  localizer: Localizer,
): Comparison | undefined {
  const successes = [...new Set(calls.flatMap((call) => call.success ?? []))];
  if (successes.length === 0) return undefined;
  return successes.includes(status)
    ? { isSuccess: true, text: localizer.t('the success code of the IMS API') }
    : {
        isSuccess: false,
        text: localizer.t('the IMS API returns {0} on success', joinChoices(successes, localizer.language)),
      };
}

function findGlanceComparison(
  status: number,
  calls: readonly GlanceCall[],
  localizer: Localizer,
): Comparison | undefined {
  if (calls.length === 0) return undefined;
  const matching = calls.find((call) => call.success === status);
  if (matching === undefined) {
    const successes = calls.map((call) => call.success);
    const text = localizer.t('Glance returns {0} on success', joinChoices(successes, localizer.language));
    return { isSuccess: false, text };
  }
  const others = calls.filter((call) => call !== matching);
  const clauses = [
    matchingText(matching, localizer),
    ...others.flatMap((call) => answerText(call, localizer) ?? []),
  ];
  return { isSuccess: true, text: joinClauses(clauses, localizer.language) };
}

function matchingText({ what }: GlanceCall, { language, t }: Localizer): string {
  return what === undefined
    ? t('the success code of the Glance call')
    : t('the success code of {0}', inLanguage(what, language));
}

function answerText({ success, what }: GlanceCall, { language, t }: Localizer): string | undefined {
  return what && t('{0} returns {1}', inLanguage(what, language), success);
}

/** The IMS calls of the event's own side. */
export function ownCalls(event: ImsEvent): readonly ImsCall[] {
  return event.operation.ims.calls.filter((call) => call.side === event.side);
}
