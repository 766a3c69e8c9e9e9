import { findAttribute } from '../catalog/rows/attributes';
import type { Field, Trace } from '../record/trace';
import { endOf, type Span, shiftSpan, touches } from '../text/span';
import { findInnerPlace, type InnerPlace } from './inner-place';

/**
 * What stands at an offset: the key of a field, or of a member of `user`; the value of a field; a key or value in one that
 * holds JSON.
 */
export type Place =
  | { readonly kind: 'key'; readonly path: string; readonly span: Span }
  | { readonly kind: 'value'; readonly field: Field; readonly span: Span }
  | {
      readonly kind: 'inner';
      readonly field: Field;
      /** The place in the value of the field. */
      readonly inner: InnerPlace;
      readonly span: Span;
    };

/** The fields that hold JSON of their own, as such or as a text. */
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

/** Longer ones are left alone: no usual field is, and reading one takes longer than anybody waits for a hover. */
const longestRead = 128 * 1024;

/** Of `user` known keys are explained as such and their values as a whole; what else it has is shown. */
function findInside({ text }: Trace, field: Field, offset: number): Place | undefined {
  const { offset: start, length } = field.valueSpan;
  if (length > longestRead) return undefined;
  const inner = findInnerPlace(text.slice(start, start + length), offset - start);
  if (inner === undefined) return undefined;
  const span = shiftSpan(inner.span, start);
  const path = [field.name, ...inner.keys].join('.');
  if (field.name !== 'user' || findAttribute(path) === undefined)
    return { kind: 'inner', field, inner, span };
  return inner.kind === 'key' ? { kind: 'key', path, span } : undefined;
}
