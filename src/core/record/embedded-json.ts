import { openBrace, openBracket } from '../text/character-codes';
import { tryParse } from '../text/json';
import { endOf, type Span, shiftSpan, spanFrom } from '../text/span';
import { isWhitespace } from '../text/whitespace';
import { type Member, type Path, visitMembers } from './json-members';

/** How many texts that hold JSON may lie in one another. */
export const deepestString = 3;

/**
 * Whether a text sets out to be JSON: an object that is empty or has a key, an array that is empty or of objects, arrays
 * or texts. `{name=a}` and `[INFO] done` are none.
 */
export function looksLikeJson(text: string): boolean {
  return mayLookLikeJson(text) && jsonStart.test(text);
}

/** The same by the first character, for texts of which most begin otherwise. */
export function mayLookLikeJson(text: string): boolean {
  const start = text.charCodeAt(0);
  return start === openBrace || start === openBracket || isWhitespace(start);
}

const jsonStart = /^[ \t\r\n]*(?:\{[ \t\r\n]*["}]|\[[ \t\r\n]*[{["\]])/;

/**
 * Whether a text holds JSON to look into: what begins as such, broken or not, and where it is sound any other array, and
 * a text that begins as JSON.
 */
export function holdsJson(text: string): boolean {
  if (looksLikeJson(text)) return true;
  const value = otherStart.test(text) ? tryParse(text) : undefined;
  return typeof value === 'string' ? looksLikeJson(value) : value !== undefined;
}

const otherStart = /^[ \t\r\n]*[["]/;

/** What a JSON string says, and where each part of that is written. */
export interface DecodedString {
  readonly text: string;
  /** Where a stretch of the text is written, its escapes included. */
  rawSpanOf(span: Span): Span;
}

/**
 * @param raw a JSON string with its quotation marks
 * @returns `undefined` where it is none, for an escape that does not exist or a missing quotation mark
 */
export function decodeString(raw: string): DecodedString | undefined {
  const text = tryParse(raw);
  if (typeof text !== 'string' || !raw.startsWith('"')) return undefined;
  const escapes = findEscapes(raw);
  return {
    text,
    rawSpanOf: ({ offset, length }) =>
      spanFrom(rawOffsetOf(offset, escapes), rawOffsetOf(offset + length, escapes)),
  };
}

/** For each escape where the character behind it stands in the decoded text, and how far the two have drifted by then. */
interface Escapes {
  readonly behind: readonly number[];
  readonly drifts: readonly number[];
}

function findEscapes(raw: string): Escapes {
  const behind: number[] = [];
  const drifts: number[] = [];
  let drift = 1;
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at)) {
    const length = raw.charAt(at + 1) === 'u' ? 'u0000'.length + 1 : 'n'.length + 1;
    behind.push(at - drift + 1);
    drift += length - 1;
    drifts.push(drift);
    at += length;
  }
  return { behind, drifts };
}

/** Where a character of the decoded text is written, found by halving. */
function rawOffsetOf(offset: number, { behind, drifts }: Escapes): number {
  let low = 0;
  let high = behind.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((behind[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset + (drifts[low - 1] ?? 1);
}

/** A value in JSON, however many texts around it. */
export interface EmbeddedValue extends Member {
  /** How many texts it lies in. */
  readonly level: number;
  /** The JSON it stands in, which its {@link Member.span} counts from. */
  readonly text: string;
  /** What a text says; `undefined` for any other value, and where it cannot be decoded. */
  readonly decoded: DecodedString | undefined;
  /** Where a stretch of that JSON is written in the outermost text. */
  toOuterSpan(span: Span): Span;
}

/** Called for each value; a text is looked into unless it returns `false`. */
export type ValueVisitor = (value: EmbeddedValue) => boolean;

/**
 * Goes through all values of a JSON value, and of the JSON in its texts, in their order. What is broken is read as far
 * as it can be told apart.
 *
 * @param path what the value is called
 */
export function visitEmbedded(json: string, path: Path | undefined, visit: ValueVisitor): void {
  visitLevel({ text: json, level: 0, toOuterSpan: (span) => span }, path, visit);
}

type Level = Pick<EmbeddedValue, 'text' | 'level' | 'toOuterSpan'>;

function visitLevel(level: Level, path: Path | undefined, visit: ValueVisitor): void {
  visitMembers(level.text, path, (member) => {
    const { span, type } = member;
    const decoded = type === 'string' ? decodeString(level.text.slice(span.offset, endOf(span))) : undefined;
    const mayEnter = visit({ ...level, ...member, decoded });
    if (!mayEnter || decoded === undefined || level.level >= deepestString || !holdsJson(decoded.text))
      return;
    const inner: Level = {
      text: decoded.text,
      level: level.level + 1,
      toOuterSpan: (part) => level.toOuterSpan(shiftSpan(decoded.rawSpanOf(part), span.offset)),
    };
    visitLevel(inner, member.path, visit);
  });
}
