import type { Trace } from '../record/trace';
import { maskText } from '../secrets/mask-text';
import type { JsonValue } from '../text/json';
import { type Document, toMarkdown } from '../text/markdown';
import { explainEmbedded } from './embedded-value';
import { explainFieldName } from './field-name';
import type { ExplainSettings, Explanation } from './parts/explanation';
import { findPlace, type Place } from './place';
import { explainAccount } from './value/account-value';
import { explainKnownValue } from './value/known-value';
import { explainValue } from './value/value-explainers';

/**
 * Explains the key or value at an offset.
 *
 * @param offset counts from the first character of the trace
 * @returns `undefined` if there is no explanation
 */
export function explainAt(trace: Trace, offset: number, settings: ExplainSettings): Explanation | undefined {
  const place = findPlace(trace, offset);
  const document = place && explainPlace(place, trace, settings);
  return document && { span: place.span, markdown: toMarkdown(document) };
}

function explainPlace(place: Place, trace: Trace, settings: ExplainSettings): Document | undefined {
  if (place.kind === 'key') return explainFieldName(place.path, settings.localizer);
  if (place.kind === 'embedded') return explainEmbedded(place, trace, settings);
  if (place.kind === 'account') return explainAccount(place.path, place.field.value, settings.localizer);
  const { name, value } = place.field;
  if (value === undefined) return undefined;
  return mayBeCredential(name, value)
    ? explainKnownValue(name, value, settings)
    : explainValue(name, value, trace, settings);
}

/** In UTF-16 units. A longer value is not searched, as a hover has to be fast. */
const maxSearchedLength = 4096;

/** Some explanations quote the value. That of a user does not, and is about more than a key in it. */
function mayBeCredential(field: string, value: JsonValue): boolean {
  if (field === 'user' || typeof value !== 'string') return false;
  return value.length > maxSearchedLength || maskText(value, field) !== value;
}
