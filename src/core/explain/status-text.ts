import type { GlanceCall, ImsCall, ImsEvent } from '../catalog/types';
import { inLanguage, type Language, type Voice } from '../language';
import { findStatusName } from './http-status';
import { joinChoices, joinClauses } from './phrases';

/** `404 Not Found` */
export function statusText(status: number, language: Language): string {
  const name = findStatusName(status);
  return name === undefined ? `${status}` : `${status} ${inLanguage(name, language)}`;
}

/** `code 404 Not Found` */
export function codeText(status: number, { language, t }: Voice): string {
  return t('code {0}', statusText(status, language));
}

/** The status beside the ones that the calls behind the row answer on success; `undefined` where those are unknown. */
export function findComparison(status: number, event: ImsEvent, voice: Voice): string | undefined {
  return event.side === 'glance'
    ? findGlanceComparison(status, event.operation.glance.calls, voice)
    : findImsComparison(status, ownCalls(event), voice);
}

function findImsComparison(status: number, calls: readonly ImsCall[], voice: Voice): string | undefined {
  const successes = [...new Set(calls.flatMap((call) => call.success ?? []))];
  if (successes.length === 0) return undefined;
  if (successes.includes(status)) return voice.t('code {0}, the success code of the IMS API', status);
  return voice.t(
    '{0}; on success the IMS API answers {1}',
    codeText(status, voice),
    joinChoices(successes, voice.language),
  );
}

function findGlanceComparison(
  status: number,
  calls: readonly GlanceCall[],
  voice: Voice,
): string | undefined {
  if (calls.length === 0) return undefined;
  const matching = calls.find((call) => call.success === status);
  const others = calls.filter((call) => call !== matching);
  if (matching === undefined) {
    const successes = calls.map((call) => call.success);
    return voice.t(
      '{0}; on success Glance answers {1}',
      codeText(status, voice),
      joinChoices(successes, voice.language),
    );
  }
  const own = matchingText(matching, voice);
  return joinClauses([own, ...others.flatMap((call) => answerText(call, voice) ?? [])], voice.language);
}

function matchingText({ success, what }: GlanceCall, { language, t }: Voice): string {
  return what === undefined
    ? t('code {0}, the success code of the Glance call', success)
    : t('code {0}, the success code of {1}', success, inLanguage(what, language));
}

function answerText({ success, what }: GlanceCall, { language, t }: Voice): string | undefined {
  return what && t('{0} answers {1}', inLanguage(what, language), success);
}

/** The IMS calls on the side of the tables where the row stands. */
export function ownCalls(event: ImsEvent): readonly ImsCall[] {
  return event.operation.ims.calls.filter((call) => call.side === event.side);
}
