import { looksLikeJson, mayLookLikeJson } from '../record/embedded-json';
import { fieldOf, type Trace } from '../record/trace';
import { isJson } from '../record/valid-json';
import type { Localizer } from '../text/localization';
import { noMatches, type Report, type RuleMatch, type TraceRule } from './rule';

/** A string that begins like JSON but is not valid: it was truncated or damaged. */
export const brokenEmbeddedJson: TraceRule = {
  id: 'broken-embedded-json',
  level: 'information',
  check(trace) {
    let matches: RuleMatch[] | undefined;
    for (const name of fieldsWithJson) {
      const value = trace.value(name);
      if (typeof value !== 'string' || !mayLookLikeJson(value)) continue;
      // Most values are valid JSON, so that is tested first
      if (isJson(value) || !looksLikeJson(value) || isMaskedJson(value)) continue;
      matches ??= [];
      matches.push({ value: name, report: (localizer) => report(trace, name, localizer) });
    }
    return matches ?? noMatches;
  },
};

/** The fields that are an object in some editions and a string of JSON in others. */
const fieldsWithJson = ['user', 'request', 'response', 'message'] as const;

function report(trace: Trace, name: string, { t }: Localizer): Report {
  const message = t(
    '"{0}" begins as JSON and is cut off or broken: what reads it finds nothing in it, look for the whole record',
    name,
  );
  return { message, span: fieldOf(trace, name).valueSpan };
}

/** Whether the text is valid JSON except for masked values without quotation marks. */
function isMaskedJson(text: string): boolean {
  return isJson(text.replace(bareMask, '0'));
}

const bareMask = /\*{3,}|<[a-z ]{1,40}>/gi;
