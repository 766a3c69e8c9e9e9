import { findAttribute } from '../catalog/rows/attributes';
import { findImageStatus, findMemberStatus } from '../catalog/rows/image-statuses';
import { findString, type Trace } from '../record/trace';
import { tryParse } from '../text/json';
import { inLanguage } from '../text/localization';
import { code, type Document, json, lines } from '../text/markdown';
import { endOf } from '../text/span';
import { type EmbeddedPlace, findEmbeddedPlace } from './embedded-place';
import { redact } from './hide-secrets';
import type { ExplainSettings } from './parts/explanation';
import { heading, sentence } from './parts/phrases';
import type { Place } from './place';
import { prettyRows } from './pretty-json';

/** Shows a value inside a field with JSON: decoded, pretty-printed, with credentials masked. A key shows its value. */
export function explainEmbedded(
  { field, embedded: inner }: Extract<Place, { kind: 'embedded' }>,
  trace: Trace,
  settings: ExplainSettings,
): Document | undefined {
  // In a damaged value, credentials cannot be recognised reliably
  if (field.value === undefined) return undefined;
  const { offset: start } = field.valueSpan;
  const place = findRedacted(trace.text.slice(start, endOf(field.valueSpan)), field.name, inner);
  const rows = place && prettyRows(place.json, place.level);
  if (place === undefined || rows === undefined) return undefined;
  const path = place.keys.length === 0 ? [] : [code(place.keys.join('.'))];
  const meaning =
    field.name === 'user' ? findUserMeaning(place, settings) : findStatusMeaning(place, trace, settings);
  return [lines(heading(field.name, path, sentence(meaning))), json(rows)];
}

/** The same place once credentials are masked. */
function findRedacted(json: string, field: string, inner: EmbeddedPlace): EmbeddedPlace | undefined {
  const redacted = redact(json, field);
  const isSame = redacted.json === json;
  return isSame ? inner : findEmbeddedPlace(redacted.json, redacted.toRedacted(inner.span.offset));
}

/** The meaning of a documented value of a member of `user`. */
function findUserMeaning({ keys, json }: EmbeddedPlace, { localizer }: ExplainSettings): string | undefined {
  const values = findAttribute(['user', ...keys].join('.'))?.values ?? [];
  const listed = values.find(({ value }) => JSON.stringify(value) === json);
  return listed && inLanguage(listed.meaning, localizer.language);
}

/** The events whose `status` is that of a member of a shared image. */
const memberEvents: readonly (string | undefined)[] = [
  'addMember',
  'updateMember',
  'deleteMember',
  'deleteMemeber',
];

/** The meaning of the status of an image, or of a member of one, in a trace of IMS. */
function findStatusMeaning(
  { keys, json }: EmbeddedPlace,
  trace: Trace,
  settings: ExplainSettings,
): string | undefined {
  const service = findString(trace, 'service_type') ?? '';
  if (keys.at(-1) !== 'status' || settings.catalog.findCoverage(service) !== 'complete') return undefined;
  const value = tryParse(json);
  if (typeof value !== 'string') return undefined;
  const isOfMember = memberEvents.includes(findString(trace, 'trace_name'));
  const status = (isOfMember ? findMemberStatus(value) : undefined) ?? findImageStatus(value);
  return status && inLanguage(status, settings.localizer.language);
}
