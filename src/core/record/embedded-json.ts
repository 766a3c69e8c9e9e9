import { openBrace, openBracket } from '../text/character-codes';
import { tryParse } from '../text/json';
import { endOf, type Span, shiftSpan, spanFrom } from '../text/span';
import { isWhitespace } from '../text/whitespace';
import { type KeyNames, type Member, type Path, visitMembers } from './json-members';

/** How deep JSON strings that hold JSON are followed. */
export const maxStringDepth = 3;

/**
 * Whether a string is meant to be JSON: an object that is empty or has a key, or an array that is empty or of objects,
 * arrays or strings. `{name=a}` and `[INFO] done` are not.
 */
export function looksLikeJson(text: string): boolean {
  return mayLookLikeJson(text) && jsonStart.test(text);
}

/** A quick test by the first character: most strings begin otherwise. */
export function mayLookLikeJson(text: string): boolean {
  const start = text.charCodeAt(0);
  return start === openBrace || start === openBracket || isWhitespace(start);
}

const jsonStart = /^[ \t\r\n]*(?:\{[ \t\r\n]*["}]|\[[ \t\r\n]*[{["\]])/;

/**
 * Whether a string holds JSON to look into: whatever looks like it, valid or not; any other array if it is valid; a
 * JSON string whose content looks like JSON.
 */
export function holdsJson(text: string): boolean {
  if (looksLikeJson(text)) return true;
  const value = arrayOrStringStart.test(text) ? tryParse(text) : undefined;
  return typeof value === 'string' ? looksLikeJson(value) : value !== undefined;
}

const arrayOrStringStart = /^[ \t\r\n]*[["]/;

/** The content of a JSON string, and where each part of it is in the source. */
export interface DecodedString {
  readonly text: string;
  /** Maps a range of `text` to the raw string, escapes included; counts from the opening quotation mark. */
  rawSpanOf(span: Span): Span;
}

/**
 * @param raw a JSON string with its quotation marks
 * @returns `undefined` if it is invalid, as for an unknown escape or a missing quotation mark
 */
export function decodeString(raw: string): DecodedString | undefined {
  if (plainString.test(raw)) return { text: raw.slice(1, -1), rawSpanOf: shiftByQuote };
  const text = tryParse(raw);
  if (typeof text !== 'string' || !raw.startsWith('"')) return undefined;
  let escapes: Escapes | undefined;
  return {
    text,
    rawSpanOf: ({ offset, length }) => {
      escapes ??= findEscapes(raw);
      return spanFrom(rawOffsetOf(offset, escapes), rawOffsetOf(offset + length, escapes));
    },
  };
}

/** A string without escapes, as most are. */
const plainString = /^"[^"\\\p{Cc}]*"$/u;

function shiftByQuote(span: Span): Span {
  return shiftSpan(span, 1);
}

/** For each escape the decoded offset after it, and how far raw offsets are ahead of decoded ones from there on. */
interface Escapes {
  readonly after: readonly number[];
  readonly drifts: readonly number[];
}

function findEscapes(raw: string): Escapes {
  const after: number[] = [];
  const drifts: number[] = [];
  let drift = 1;
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at)) {
    const length = raw.charAt(at + 1) === 'u' ? 'u0000'.length + 1 : 'n'.length + 1;
    after.push(at - drift + 1);
    drift += length - 1;
    drifts.push(drift);
    at += length;
  }
  return { after, drifts };
}

/** A binary search for the raw offset of a decoded one. */
function rawOffsetOf(offset: number, { after, drifts }: Escapes): number {
  let low = 0;
  let high = after.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((after[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset + (drifts[low - 1] ?? 1);
}

/** A value in JSON, or in JSON within its strings. */
export interface EmbeddedValue extends Member {
  /** How many strings it is nested in. */
  readonly level: number;
  /** The JSON that contains it; its {@link Member.span} counts from there. */
  readonly text: string;
  /** The content of a string; `undefined` for any other value, and if it cannot be decoded. */
  readonly decoded: DecodedString | undefined;
  /** Maps a range of `text` to the outermost JSON. */
  toOuterSpan(span: Span): Span;
}

/** Called for each value; JSON in a string is visited unless it returns `false`. */
export type ValueVisitor = (value: EmbeddedValue) => boolean;

/** How the values of JSON are visited. */
export interface EmbeddedVisit {
  readonly visit: ValueVisitor;
  /** The names of keys in a JSON text, where they are not the keys themselves. */
  readonly namesIn?: (text: string) => KeyNames | undefined;
}

/**
 * Visits all values in JSON, and in the JSON of its strings, in the order of {@link visitMembers}. Broken JSON is read
 * as far as possible.
 *
 * @param path the path of the value itself
 */
export function visitEmbedded(
  json: string,
  path: Path | undefined,
  visit: ValueVisitor | EmbeddedVisit,
): void {
  const how = typeof visit === 'function' ? { visit } : visit;
  visitLevel({ text: json, level: 0, toOuterSpan: (span) => span }, path, how);
}

/**
 * Visits the JSON in a string from an offset on, as {@link visitEmbedded} does.
 *
 * @param from an offset in the decoded string
 */
export function visitInString(value: EmbeddedValue, from: number, how: EmbeddedVisit): void {
  const { decoded, level } = value;
  if (decoded === undefined || level >= maxStringDepth) return;
  visitLevel(innerLevel(value, decoded, from), value.path, how);
}

type Level = Pick<EmbeddedValue, 'text' | 'level' | 'toOuterSpan'>;

function visitLevel(level: Level, path: Path | undefined, how: EmbeddedVisit): void {
  const { text, level: depth, toOuterSpan } = level;
  const visitMember = ({ path, keySpan, span, type }: Member): void => {
    const decoded = type === 'string' ? decodeString(text.slice(span.offset, endOf(span))) : undefined;
    // Written out, as it is made for every value
    const value = { path, keySpan, span, type, text, level: depth, toOuterSpan, decoded };
    const mayEnter = how.visit(value);
    if (!mayEnter || decoded === undefined || depth >= maxStringDepth || !holdsJson(decoded.text)) return;
    visitLevel(innerLevel(value, decoded, 0), path, how);
  };
  visitMembers(text, path, visitMember, how.namesIn?.(text));
}

/** The JSON in a string from an offset on. */
function innerLevel(
  { toOuterSpan, level, span }: EmbeddedValue,
  decoded: DecodedString,
  from: number,
): Level {
  return {
    text: from === 0 ? decoded.text : decoded.text.slice(from),
    level: level + 1,
    toOuterSpan: (part) => toOuterSpan(shiftSpan(decoded.rawSpanOf(shiftSpan(part, from)), span.offset)),
  };
}
