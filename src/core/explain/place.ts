import { findAttribute } from '../catalog/rows/attributes';
import type { Field, Trace } from '../record/trace';
import { endOf, type Span, shiftSpan, touches } from '../text/span';
import { type EmbeddedPlace, findEmbeddedPlace } from './embedded-place';

/**
 * What is at an offset: the key of a field or of a known member of `user`, the value of a field, or a key or value
 * inside the JSON of a field. `span` counts from the first character of the trace.
 */
export type Place =
  | { readonly kind: 'key'; readonly path: string; readonly span: Span }
  | { readonly kind: 'value'; readonly field: Field; readonly span: Span }
  /** A value in the account of `user`. */
  | { readonly kind: 'account'; readonly path: string; readonly field: Field; readonly span: Span }
  | {
      readonly kind: 'embedded';
      readonly field: Field;
      /** Its offsets count from the start of the field's value. */
      readonly embedded: EmbeddedPlace;
      readonly span: Span;
    };

/** The fields whose value is JSON, plain or in a string. */
const jsonFields: readonly string[] = ['user', 'request', 'response', 'message'];

export function findPlace(trace: Trace, offset: number): Place | undefined {
  const places = trace.fields().flatMap(placesOf);
  const place =
    places.find(({ span }) => touches(span, offset) && offset < endOf(span)) ??
    places.find(({ span }) => touches(span, offset) && span.length > 0);
  if (place?.kind !== 'value' || !jsonFields.includes(place.field.name)) return place;
  return findInside(trace, place.field, offset) ?? place;
}

function placesOf(field: Field): readonly Place[] {
  return [
    { kind: 'key', path: field.name, span: field.keySpan },
    { kind: 'value', field, span: field.valueSpan },
  ];
}

/** In UTF-16 units. Longer values are not parsed: ordinary fields are shorter, and a hover cannot take that long. */
const maxParsedLength = 128 * 1024;

/**
 * In `user`, known keys, documented values and the account have explanations of their own; other values of known keys are explained
 * with the whole field.
 */
function findInside({ text }: Trace, field: Field, offset: number): Place | undefined {
  const { offset: start, length } = field.valueSpan;
  if (length > maxParsedLength) return undefined;
  const embedded = findEmbeddedPlace(text.slice(start, start + length), offset - start);
  if (embedded === undefined) return undefined;
  const span = shiftSpan(embedded.span, start);
  const path = [field.name, ...embedded.keys].join('.');
  const attribute = field.name === 'user' ? findAttribute(path) : undefined;
  if (attribute === undefined) return { kind: 'embedded', field, embedded, span };
  if (embedded.kind === 'key') return { kind: 'key', path, span };
  const isDocumented =
    attribute.values?.some(({ value }) => JSON.stringify(value) === embedded.json) ?? false;
  if (isDocumented) return { kind: 'embedded', field, embedded, span };
  return embedded.keys[0] === 'domain' ? { kind: 'account', path, field, span } : undefined;
}
