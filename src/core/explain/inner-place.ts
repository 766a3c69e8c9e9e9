import { type EmbeddedValue, holdsJson, visitEmbedded } from '../record/embedded-json';
import type { Path } from '../record/json-members';
import { endOf, type Span } from '../text/span';

/** A key or a value in a piece of JSON, or in the JSON of a text in it. */
export interface InnerPlace {
  readonly kind: 'key' | 'value';
  /** The keys that lead to it, of a key its own the last one; elements go by the key of their array. */
  readonly keys: readonly string[];
  /** The value that is meant, of a key its own, as JSON. */
  readonly json: string;
  /** How many texts it lies in. */
  readonly level: number;
  /** The key or the value, within the outermost JSON. */
  readonly span: Span;
}

/** The innermost key or value at an offset; `undefined` where there is no object, array or text that holds one. */
export function findInnerPlace(json: string, offset: number): InnerPlace | undefined {
  let found: Hit | undefined;
  visitEmbedded(json, undefined, (value) => {
    const hit = findHit(value, offset);
    // Of what lies in something it is told before that, of the JSON in a text after it
    if (hit && (found === undefined || hit.span.length < found.span.length)) found = hit;
    return hit?.kind === 'value';
  });
  return found && (found.value.level > 0 || holdsMembers(found.value)) ? toPlace(found) : undefined;
}

/** A value of which the key or the value itself is at the offset. */
interface Hit extends Pick<InnerPlace, 'kind' | 'span'> {
  readonly value: EmbeddedValue;
}

function findHit(value: EmbeddedValue, offset: number): Hit | undefined {
  const span = value.toOuterSpan(value.span);
  if (holds(span, offset)) return { kind: 'value', value, span };
  const keySpan = value.keySpan && value.toOuterSpan(value.keySpan);
  return keySpan && holds(keySpan, offset) ? { kind: 'key', value, span: keySpan } : undefined;
}

function holds(span: Span, offset: number): boolean {
  return offset >= span.offset && offset < endOf(span);
}

function holdsMembers({ type, path, decoded }: EmbeddedValue): boolean {
  if (path !== undefined || type === 'object' || type === 'array') return true;
  return decoded !== undefined && holdsJson(decoded.text);
}

function toPlace({ kind, value: { path, text, level, span: inText }, span }: Hit): InnerPlace {
  const json = text.slice(inText.offset, endOf(inText));
  return { kind, keys: keysOf(path), json, level, span };
}

function keysOf(path: Path | undefined): readonly string[] {
  const keys: string[] = [];
  for (let step = path; step !== undefined; step = step.before) keys.push(step.key);
  return keys.reverse();
}
