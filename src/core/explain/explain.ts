import type { Trace } from '../record/trace';
import { type Document, toMarkdown } from '../text/markdown';
import { explainInner } from './embedded-value';
import { explainFieldName } from './field-name';
import type { ExplainSetting, Explanation } from './parts/explanation';
import { findPlace, type Place } from './place';
import { valueExplainers } from './value/value-explainers';

/**
 * Explains the key or value at an offset.
 *
 * @param offset counts from the first character of the trace
 * @returns `undefined` if there is no explanation
 */
export function explainAt(trace: Trace, offset: number, setting: ExplainSetting): Explanation | undefined {
  const place = findPlace(trace, offset);
  const document = place && explainPlace(place, trace, setting);
  return document && { span: place.span, markdown: toMarkdown(document) };
}

function explainPlace(place: Place, trace: Trace, setting: ExplainSetting): Document | undefined {
  if (place.kind === 'key') return explainFieldName(place.path, setting.localizer);
  if (place.kind === 'inner') return explainInner(place, trace, setting);
  const { name, value } = place.field;
  return value === undefined ? undefined : valueExplainers.get(name)?.(value, trace, setting);
}
