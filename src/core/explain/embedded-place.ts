import { type EmbeddedValue, holdsJson, visitEmbedded } from '../record/embedded-json';
import type { Path } from '../record/json-members';
import { endOf, type Span } from '../text/span';

/** A key or value in JSON, or in JSON embedded in its strings. */
export interface EmbeddedPlace {
  readonly kind: 'key' | 'value';
  /** The path to it, including the key itself; array elements have the key of their array. */
  readonly keys: readonly string[];
  /** The JSON of the value, or of the key's value. */
  readonly json: string;
  /** The number of JSON strings around it. */
  readonly level: number;
  /** The key or the value, as an offset in the outermost JSON. */
  readonly span: Span;
}

/** The innermost key or value at an offset; `undefined` if it is not in an object, array or embedded JSON. */
export function findEmbeddedPlace(json: string, offset: number): EmbeddedPlace | undefined {
  let found: Hit | undefined;
  visitEmbedded(json, undefined, (value) => {
    const hit = findHit(value, offset);
    // The shortest hit is the innermost: members are visited before their object, embedded JSON after its string
    if (hit && (found === undefined || hit.span.length < found.span.length)) found = hit;
    return hit?.kind === 'value';
  });
  return found && (found.value.level > 0 || isWithinJson(found.value)) ? toPlace(found) : undefined;
}

/** A member whose key or value is at the offset. */
interface Hit extends Pick<EmbeddedPlace, 'kind' | 'span'> {
  readonly value: EmbeddedValue;
}

function findHit(value: EmbeddedValue, offset: number): Hit | undefined {
  const span = value.toOuterSpan(value.span);
  if (contains(span, offset)) return { kind: 'value', value, span };
  const keySpan = value.keySpan && value.toOuterSpan(value.keySpan);
  return keySpan && contains(keySpan, offset) ? { kind: 'key', value, span: keySpan } : undefined;
}

function contains(span: Span, offset: number): boolean {
  return offset >= span.offset && offset < endOf(span);
}

function isWithinJson({ type, path, decoded }: EmbeddedValue): boolean {
  if (path !== undefined || type === 'object' || type === 'array') return true;
  return decoded !== undefined && holdsJson(decoded.text);
}

function toPlace({ kind, value: { path, text, level, span: ownSpan }, span }: Hit): EmbeddedPlace {
  const json = text.slice(ownSpan.offset, endOf(ownSpan));
  return { kind, keys: keysOf(path), json, level, span };
}

/** The keys of a path, the first one first. */
export function keysOf(path: Path | undefined): readonly string[] {
  const keys: string[] = [];
  for (let step = path; step !== undefined; step = step.parent) keys.push(step.key);
  return keys.reverse();
}
