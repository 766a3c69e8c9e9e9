import { findImageStatus } from '../catalog/rows/image-statuses';
import { findString, type Trace } from '../record/trace';
import { tryParse } from '../text/json';
import { inLanguage } from '../text/localization';
import { code, type Document, json, lines } from '../text/markdown';
import { endOf } from '../text/span';
import { findInnerPlace, type InnerPlace } from './embedded-place';
import { redact } from './hide-secrets';
import type { ExplainSetting } from './parts/explanation';
import { heading, sentence } from './parts/phrases';
import type { Place } from './place';
import { prettyRows } from './pretty-json';

/** Shows a value inside a field with JSON: decoded, pretty-printed, with credentials masked. A key shows its value. */
export function explainInner(
  { field, inner }: Extract<Place, { kind: 'inner' }>,
  trace: Trace,
  setting: ExplainSetting,
): Document | undefined {
  // In a damaged value, credentials cannot be recognised reliably
  if (field.value === undefined) return undefined;
  const { offset: start } = field.valueSpan;
  const place = findRedacted(trace.text.slice(start, endOf(field.valueSpan)), field.name, inner);
  const rows = place && prettyRows(place.json, place.level);
  if (place === undefined || rows === undefined) return undefined;
  const path = place.keys.length === 0 ? [] : [code(place.keys.join('.'))];
  return [lines(heading(field.name, path, sentence(findMeaning(place, trace, setting)))), json(rows)];
}

/** The same place once credentials are masked. */
function findRedacted(json: string, field: string, inner: InnerPlace): InnerPlace | undefined {
  const redacted = redact(json, field);
  const isSame = redacted.json === json;
  return isSame ? inner : findInnerPlace(redacted.json, redacted.toRedacted(inner.span.offset));
}

/** The meaning of an image status in a trace of IMS. */
function findMeaning({ keys, json }: InnerPlace, trace: Trace, setting: ExplainSetting): string | undefined {
  const service = findString(trace, 'service_type') ?? '';
  if (keys.at(-1) !== 'status' || setting.catalog.findCoverage(service) !== 'complete') return undefined;
  const value = tryParse(json);
  const status = typeof value === 'string' ? findImageStatus(value) : undefined;
  return status && inLanguage(status, setting.localizer.language);
}
