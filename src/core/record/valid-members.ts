import { skipString } from '../text/brackets';
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  openBrace,
  openBracket,
  quote,
} from '../text/character-codes';
import type { JsonType } from '../text/json';
import { type Span, spanFrom } from '../text/span';
import { skipWhitespace } from '../text/whitespace';
import { endOfValue } from './field-spans';
import type { KeyNames, Member, Path } from './json-members';

type Place = Pick<Member, 'path' | 'keySpan'>;

/** An object or array that is still open. */
interface Frame extends Place {
  readonly start: number;
  readonly type: 'object' | 'array';
}

/** What `visitMembers` does, for valid JSON: there a few characters are enough to separate members. */
export function visitValidMembers(
  text: string,
  path: Path | undefined,
  visit: (member: Member) => void,
  nameAt: KeyNames | undefined,
): void {
  const { length } = text;
  const stack: Frame[] = [];
  let place: Place = { path, keySpan: undefined };
  for (let at = skipWhitespace(text, 0, length); at < length; at = skipWhitespace(text, at, length)) {
    const unit = text.charCodeAt(at);
    const type = containerTypes.get(unit);
    if (type !== undefined) {
      stack.push({ start: at, type, path: place.path, keySpan: place.keySpan });
      at++;
      place = { path: place.path, keySpan: undefined };
    } else if (unit === closeBrace || unit === closeBracket) {
      at++;
      close(stack.pop(), at, visit);
    } else if (unit === comma || unit === colon) {
      at++;
      if (unit === comma) place = { path: stack.at(-1)?.path, keySpan: undefined };
    } else if (unit === quote && place.keySpan === undefined && stack.at(-1)?.type === 'object') {
      const end = skipString(text, at);
      const keySpan = spanFrom(at, end);
      place = { path: toPath(text, keySpan, stack.at(-1)?.path, nameAt), keySpan };
      at = end;
    } else {
      const end = endOfValue(text, at);
      visit({ path: place.path, keySpan: place.keySpan, span: spanFrom(at, end), type: scalarType(unit) });
      at = end;
    }
  }
}

const containerTypes: ReadonlyMap<number, Frame['type']> = new Map([
  [openBrace, 'object'],
  [openBracket, 'array'],
]);

function close(frame: Frame | undefined, end: number, visit: (member: Member) => void): void {
  if (frame === undefined) return;
  const { path, keySpan, start, type } = frame;
  visit({ path, keySpan, span: spanFrom(start, end), type });
}

function toPath(text: string, span: Span, parent: Path | undefined, nameAt: KeyNames | undefined): Path {
  const name = nameAt?.(span.offset);
  if (name !== undefined) return { key: name, parent };
  const raw = text.slice(span.offset, span.offset + span.length);
  return { key: raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1), parent };
}

function scalarType(first: number): JsonType {
  if (first === quote) return 'string';
  if (first === letterT || first === letterF) return 'boolean';
  return first === letterN ? 'null' : 'number';
}

const letterT = 't'.charCodeAt(0);
const letterF = 'f'.charCodeAt(0);
const letterN = 'n'.charCodeAt(0);
