import { keysOf } from '../explain/embedded-place';
import type { LocatedTrace } from '../file/located-traces';
import { visitEmbedded } from '../record/embedded-json';
import { findField, type Trace } from '../record/trace';
import { endOf, type Span, shiftSpan } from '../text/span';
import {
  addressCharacter,
  fieldsOfName,
  idCharacter,
  type NameKind,
  nameKindOf,
  type SoughtValue,
} from './sought-value';

export interface SearchedFile {
  /** All traces in order; `undefined` for those without the part in their text. */
  tracesContaining(part: string): Iterable<LocatedTrace | undefined>;
}

/**
 * The traces of a file that have a value, in document order. Yields `undefined` for each of the others, so that the caller
 * can pause. Nothing is kept: the text is searched, and only traces that have the value in it are read.
 */
export function* tracesWith(
  file: SearchedFile,
  sought: SoughtValue,
): Generator<LocatedTrace | undefined, void> {
  for (const located of file.tracesContaining(plainPart(sought.value)))
    yield located && occurrencesIn(located.trace, sought).length > 0 ? located : undefined;
}

/** Where a trace has the value, in text order; counted from the first character of the trace. */
export function occurrencesIn(trace: Trace, { kind, value }: SoughtValue): readonly Span[] {
  switch (kind) {
    case 'id':
    case 'access-key':
      return tokensIn(trace.text, value, idCharacter);
    case 'address':
      // A port may follow an address of version 4
      return tokensIn(trace.text, value, value.includes(':') ? addressCharacter : portlessCharacter);
    default:
      return fieldsOfName[kind].flatMap((field) => namesIn(trace, field, { kind, value }));
  }
}

const portlessCharacter = /[0-9A-Za-z.]/;

/** The longest part of a value that is written as it is in any JSON, since no writer escapes it; may be empty. */
export function plainPart(value: string): string {
  const parts = value.split(/[^0-9A-Za-z_.-]+/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** The places of a token that is not part of a longer one. */
function tokensIn(text: string, value: string, characters: RegExp): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    const isWhole = !characters.test(text.charAt(at + value.length)) && beginsToken(text, at, characters);
    if (isWhole) spans.push({ offset: at, length: value.length });
  }
  return spans;
}

/** A letter before it may be that of an escape, such as `\n`. */
function beginsToken(text: string, at: number, characters: RegExp): boolean {
  return !characters.test(text.charAt(at - 1)) || /\\[nrtbf]$/.test(text.slice(at - 2, at));
}

function namesIn(
  trace: Trace,
  name: string,
  sought: { readonly kind: NameKind; readonly value: string },
): readonly Span[] {
  const field = findField(trace, name);
  if (field === undefined) return [];
  const { offset: start } = field.valueSpan;
  const json = trace.text.slice(start, endOf(field.valueSpan));
  if (!json.includes(plainPart(sought.value))) return [];
  const spans: Span[] = [];
  visitEmbedded(json, undefined, ({ decoded, path, span, toOuterSpan }) => {
    const isSame = decoded?.text.trim() === sought.value && nameKindOf(name, keysOf(path)) === sought.kind;
    if (isSame) spans.push(shiftSpan(toOuterSpan(span), start));
    return !isSame;
  });
  return spans.sort((one, other) => one.offset - other.offset);
}
