import { skipBrackets } from '../text/brackets';
import { closeBrace, comma, quote, slash } from '../text/character-codes';
import { findOpening } from './error-recovery';
import { parseFast } from './fast-parser';
import { consumeToken, type Frame, type ParserState, reportError, tokenSpan } from './parse-state';
import { isKeyAt, skipGap } from './resume-points';

/** An object that was opened by mistake, or whose key is lost, closes within this length. */
const maxNestedLength = 64 * 1024;
const maxBracesJudged = 8;
/** Longer lines are taken for lines without indentation. */
const maxLineLength = 8 * 1024;

/** Whether the brace opens nothing: neither a key nor its closing brace follows. */
export function isStrayBrace(parser: ParserState, { isObject }: Frame): boolean {
  if (!isObject) return false;
  const { text, scanner } = parser;
  const after = skipGap(text, scanner.getPosition());
  parser.reach = Math.max(parser.reach, after + 1);
  const next = text.charCodeAt(after);
  return next !== quote && next !== closeBrace && next !== slash && !Number.isNaN(next);
}

/**
 * Whether a brace between two members opens the next record: it opens as this one does, its first key is one that this
 * record has already, or it begins a line no further in than this record.
 */
export function opensRecord(parser: ParserState): boolean {
  const { text, scanner, keys } = parser;
  const brace = scanner.getTokenOffset();
  const opening = findOpening(parser);
  parser.reach = Math.max(parser.reach, brace + (opening?.length ?? 0));
  if (opening !== undefined && text.startsWith(opening, brace)) return true;
  const key = keyAfter(text, brace);
  parser.reach = Math.max(parser.reach, brace + maxKeyDistance);
  if (key !== undefined && keys.has(key)) return true;
  if (!beginsLine(parser, brace) || !isKeyAt(text, skipGap(text, brace + 1))) return false;
  const indent = parser.options.indent?.() ?? indentOf(text, parser.start);
  return indentOf(text, brace) <= indent && !isRest(parser);
}

/** Whether the brace opens an object that lost its key: its closing brace is followed by another member. */
export function opensNested(parser: ParserState): boolean {
  const { text, scanner } = parser;
  const brace = scanner.getTokenOffset();
  if (++parser.bracesJudged > maxBracesJudged) return false;
  parser.reach = Math.max(parser.reach, brace + 2 * maxNestedLength);
  const end = skipBrackets(text, brace, brace + maxNestedLength);
  if (end === undefined) return false;
  const after = skipGap(text, end);
  return text.charCodeAt(after) === comma && isKeyAt(text, skipGap(text, after + 1));
}

/** Reads on as if the brace were not there. */
export function skipStrayBrace(parser: ParserState): void {
  reportError(parser, 'unexpected', tokenSpan(parser));
  consumeToken(parser);
}

/** Longer keys, whitespace before them included, are not compared. */
const maxKeyDistance = 160;

function keyAfter(text: string, brace: number): string | undefined {
  const start = skipGap(text, brace + 1);
  if (text.charCodeAt(start) !== quote) return undefined;
  const end = text.indexOf('"', start + 1);
  return end < 0 || end > brace + maxKeyDistance ? undefined : text.slice(start + 1, end);
}

/** Whether the brace cut the rest off this record: a valid object, and together they have each key once. */
function isRest(parser: ParserState): boolean {
  if (parser.keys.size === 0 || ++parser.bracesJudged > maxBracesJudged) return false;
  const brace = parser.scanner.getTokenOffset();
  parser.reach = Math.max(parser.reach, brace + 2 * maxNestedLength);
  const parsed = parseFast(parser.text, brace, brace + maxNestedLength);
  return parsed !== undefined && !Object.keys(parsed.object).some((key) => parser.keys.has(key));
}

/** Whether nothing but commas precedes the brace on its line, which is not that of the record's own brace. */
function beginsLine({ text, start }: ParserState, brace: number): boolean {
  const before = text.slice(Math.max(start, brace - maxLineLength), brace);
  return /\n[\s,]*$/.test(before.slice(-maxKeyDistance));
}

/** How much whitespace the line of a character begins with; looks no further back than a line is indented. */
export function indentOf(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - maxLineLength), at);
  const start = at - before.length + before.lastIndexOf('\n') + 1;
  return skipGap(text, start) - start;
}
