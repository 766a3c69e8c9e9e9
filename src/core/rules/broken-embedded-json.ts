import { isCutJson } from '../record/cut-json';
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
      matches.push({ value: name, report: (localizer) => report(trace, { name, value }, localizer) });
    }
    return matches ?? noMatches;
  },
};

/** The fields that are an object in some editions and a string of JSON in others. */
const fieldsWithJson = ['user', 'request', 'response', 'message'] as const;

function report(trace: Trace, { name, value }: FieldText, { t }: Localizer): Report {
  const message = isCutByCts(name, value)
    ? t('"{0}" is incomplete JSON, truncated by CTS at its limit of 5,000 characters', name)
    : t('"{0}" is truncated or broken JSON. Get the complete record', name);
  return { message, span: fieldOf(trace, name).valueSpan };
}

interface FieldText {
  readonly name: string;
  readonly value: string;
}

/** The longest text that CTS keeps of each of these fields, in characters. */
const ctsLimit = 5000;
const limitedFields: readonly string[] = ['request', 'response', 'message'];

/** Whether the text has exactly the length at which CTS cuts it, and nothing is wrong with it but its end. */
function isCutByCts(name: string, value: string): boolean {
  if (!limitedFields.includes(name) || value.length > 2 * ctsLimit) return false;
  // Nobody says whether CTS counts a rare character as one or two
  const isAtLimit = value.length === ctsLimit || [...value].length === ctsLimit;
  return isAtLimit && isCutJson(value);
}

/** Whether the text is valid JSON except for masked values without quotation marks. */
function isMaskedJson(text: string): boolean {
  return isJson(text.replace(bareMask, '0'));
}

const bareMask = /\*{3,}|<[a-z ]{1,40}>/gi;
