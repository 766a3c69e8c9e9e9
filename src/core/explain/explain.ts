import type { Trace } from '../record/trace';
import { type Document, toMarkdown } from '../text/markdown';
import { explainEmbedded } from './embedded-value';
import { explainFieldName } from './field-name';
import type { ExplainSettings, Explanation } from './parts/explanation';
import { findPlace, type Place } from './place';
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
  const { name, value } = place.field;
  return value === undefined ? undefined : explainValue(name, value, trace, settings);
}
