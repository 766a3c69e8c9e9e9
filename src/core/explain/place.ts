import { readTrace } from '../read';
import { endOf, type Span, shiftSpan, touches } from '../span';
import type { Field, Trace } from '../trace';

/** What stands at an offset: the key of a field, or of a member of `user`, or the value of a field. */
export type Place =
  | { readonly kind: 'key'; readonly path: string; readonly span: Span }
  | { readonly kind: 'value'; readonly field: Field; readonly span: Span };

export function findPlace(trace: Trace, offset: number): Place | undefined {
  const places = trace.fields().flatMap(placesOf);
  const place =
    places.find(({ span }) => touches(span, offset) && offset < endOf(span)) ??
    places.find(({ span }) => touches(span, offset) && span.length > 0);
  if (place?.kind !== 'value' || place.field.name !== 'user') return place;
  return findMemberKey(trace.text, place.field, offset) ?? place;
}

function placesOf(field: Field): readonly Place[] {
  return [
    { kind: 'key', path: field.name, span: field.keySpan },
    { kind: 'value', field, span: field.valueSpan },
  ];
}

/** No catalogued member of `user` lies deeper. */
const deepestMember = 4;

/** The key at the offset within the objects of a field. */
function findMemberKey(text: string, field: Field, offset: number, depth = 1): Place | undefined {
  if (field.type !== 'object' || depth > deepestMember) return undefined;
  const start = field.valueSpan.offset;
  const members = readTrace(text.slice(start, endOf(field.valueSpan))).fields();
  const member = members.map((found) => memberOf(field, found)).find((found) => holds(found, offset));
  if (member === undefined) return undefined;
  const isOnKey = offset < endOf(member.keySpan);
  if (isOnKey) return { kind: 'key', path: member.name, span: member.keySpan };
  return findMemberKey(text, member, offset, depth + 1);
}

/** A member of an object with its path for a name and its places counted like those of the object. */
function memberOf(object: Field, member: Field): Field {
  const start = object.valueSpan.offset;
  return {
    ...member,
    name: `${object.name}.${member.name}`,
    keySpan: shiftSpan(member.keySpan, start),
    valueSpan: shiftSpan(member.valueSpan, start),
  };
}

function holds({ keySpan, valueSpan }: Field, offset: number): boolean {
  return offset >= keySpan.offset && offset < endOf(valueSpan);
}
