import { looksLikeJson, mayLookLikeJson } from '../record/embedded-json';
import { fieldOf, type Trace } from '../record/trace';
import { isJson } from '../record/valid-json';
import type { Localizer } from '../text/localization';
import { noMatches, type Report, type RuleMatch, type TraceRule } from './rule';

/** A text that sets out to be JSON and is not: cut off, or damaged on its way. */
export const brokenEmbeddedJson: TraceRule = {
  id: 'broken-embedded-json',
  level: 'information',
  check(trace) {
    let sightings: RuleMatch[] | undefined;
    for (const name of fieldsWithJson) {
      const value = trace.value(name);
      if (typeof value !== 'string' || !mayLookLikeJson(value)) continue;
      // What is JSON need not be asked how it begins
      if (isJson(value) || !looksLikeJson(value) || isMaskedJson(value)) continue;
      sightings ??= [];
      sightings.push({ value: name, report: (localizer) => report(trace, name, localizer) });
    }
    return sightings ?? noMatches;
  },
};

/** The fields that are an object in one edition and a text holding it in another. */
const fieldsWithJson = ['user', 'request', 'response', 'message'] as const;

function report(trace: Trace, name: string, { t }: Localizer): Report {
  const message = t(
    '"{0}" begins as JSON and is cut off or broken: what reads it finds nothing in it, look for the whole record',
    name,
  );
  return { message, span: fieldOf(trace, name).valueSpan };
}

/** Whether it is JSON but for values that were hidden without quotation marks. */
function isMaskedJson(text: string): boolean {
  return isJson(text.replace(bareMask, '0'));
}

const bareMask = /\*{3,}|<[a-z ]{1,40}>/gi;
