import { createScanner, type JSONScanner, ScanError } from 'jsonc-parser';
import type { Field, ParseError, ParseErrorKind } from '../record/trace';
import { skipString } from '../text/brackets';
import type { JsonType, JsonValue } from '../text/json';
import { endOf, type Span, spanFrom } from '../text/span';
import { skipWhitespace } from '../text/whitespace';
import type { ValidMembers } from './split-members';

export interface ParseOptions {
  /** Called with the keys so far at an array named `traces`: whether to stop before it. */
  readonly stopAtTraces?: ((keys: ReadonlySet<string>) => boolean) | undefined;
  /** How far the line is indented that the text was cut out of; by default that of `start`. */
  readonly indent?: () => number;
  /** The first members, which are parsed already. */
  readonly members?: ValidMembers | undefined;
}

/** All offsets are those of the text that was parsed. */
export interface ParsedObject {
  /** The first members, if they were given. */
  readonly members: ValidMembers | undefined;
  /** The members after those. */
  readonly fields: readonly Field[];
  /** Without comments. */
  readonly errors: readonly ParseError[];
  readonly comments: readonly ParseError[];
  /** Whether it has its closing bracket. */
  readonly isClosed: boolean;
  /** Whether the text ended before it was closed. */
  readonly isCut: boolean;
  /** The first offset after the object, or after what is left of it. */
  readonly end: number;
  /** The first offset that did not influence the result: a change from there on cannot affect it. */
  readonly reach: number;
  /** Where parsing stopped before the array of `traces`, if {@link ParseOptions.stopAtTraces} said so. */
  readonly tracesAt: number | undefined;
}

type Phase = 'key' | 'key-after-comma' | 'colon' | 'value' | 'element' | 'element-after-comma' | 'after';

export interface Frame {
  readonly isObject: boolean;
  readonly start: number;
  phase: Phase;
}

interface Member {
  readonly name: string;
  readonly keySpan: Span;
}

export interface ParserState {
  readonly text: string;
  readonly start: number;
  /** The first offset after the first key. */
  firstKeyEnd: number | undefined;
  readonly scanner: JSONScanner;
  readonly options: ParseOptions;
  readonly stack: Frame[];
  readonly fields: Field[];
  readonly keys: Set<string>;
  readonly errors: ParseError[];
  /** Kept apart: what is around a comment can be read all the same. */
  readonly comments: ParseError[];
  member: Member | undefined;
  /** False after an unexpected token or an unterminated string, until a key with its colon is read again. */
  isSynchronized: boolean;
  /** How far the line of the last error is known to extend: other errors on it follow from that one. */
  reportedLineEnd: number;
  /** The first offset that did not influence the result. */
  reach: number;
  /** The first offset after the last token that belongs to the object. */
  end: number;
  /** The length of that token. */
  lastTokenLength: number;
  isClosed: boolean;
  /** How often brackets were matched ahead to judge a brace; each costs up to a record. */
  bracesJudged: number;
  tracesAt: number | undefined;
}

export function createParser(text: string, start: number, options: ParseOptions): ParserState {
  const { members } = options;
  const scanner = createScanner(text, false);
  const end = start + (members?.end ?? 1);
  scanner.setPosition(end);
  const isObject = text.charAt(start) === '{';
  const firstPhase = isObject ? 'key' : 'element';
  return {
    text,
    start,
    firstKeyEnd: members && skipString(text, skipWhitespace(text, start + 1, end)),
    scanner,
    options,
    stack: [{ isObject, start, phase: members ? 'key-after-comma' : firstPhase }],
    fields: [],
    keys: new Set(members?.keys),
    errors: [],
    comments: [],
    member: undefined,
    isSynchronized: true,
    reportedLineEnd: -1,
    reach: end,
    end,
    lastTokenLength: 1,
    isClosed: false,
    bracesJudged: 0,
    tracesAt: undefined,
  };
}

export function addMissingValue(parser: ParserState): void {
  if (parser.member)
    addField(parser, { span: spanFrom(parser.end, parser.end), type: undefined, value: undefined });
}

interface ParsedValue {
  readonly span: Span;
  readonly type: JsonType | undefined;
  readonly value: JsonValue | undefined;
}

export function addField(parser: ParserState, { span, type, value }: ParsedValue): void {
  if (parser.member === undefined) return;
  const { name, keySpan } = parser.member;
  parser.fields.push({ name, keySpan, valueSpan: span, type, value });
  parser.member = undefined;
}

export function reportTokenError(parser: ParserState, span: Span): void {
  const error = parser.scanner.getTokenError();
  if (error === ScanError.None) return;
  const isUnfinished = error === ScanError.UnexpectedEndOfString || error === ScanError.UnexpectedEndOfNumber;
  reportError(parser, isUnfinished ? 'string-unterminated' : 'string-invalid', span);
  if (isUnfinished) parser.isSynchronized = false;
}

/** Reports an error unless it follows from the last one: on the same line, or while the parser is not synchronized. */
export function reportError(parser: ParserState, kind: ParseErrorKind, span: Span): void {
  if (parser.errors.length > 0 && (!parser.isSynchronized || isOnReportedLine(parser, span.offset))) return;
  parser.errors.push({ kind, span });
  parser.reportedLineEnd = span.offset;
}

/** Searches no further than necessary, and no range twice: a file may be a single line. */
function isOnReportedLine(parser: ParserState, offset: number): boolean {
  if (offset <= parser.reportedLineEnd) return true;
  if (parser.text.slice(parser.reportedLineEnd, offset).includes('\n')) return false;
  parser.reportedLineEnd = offset;
  return true;
}

export function topFrame(parser: ParserState): Frame {
  const frame = parser.stack.at(-1);
  if (frame === undefined) throw new Error('no frame is open');
  return frame;
}

export function tokenSpan(parser: ParserState): Span {
  return { offset: parser.scanner.getTokenOffset(), length: parser.scanner.getTokenLength() };
}

/** Makes the token part of the object, which ends after it at the earliest. */
export function consumeToken(parser: ParserState): Span {
  const span = tokenSpan(parser);
  parser.end = endOf(span);
  parser.lastTokenLength = span.length;
  return span;
}

export function lastCharacter(parser: ParserState): Span {
  return spanFrom(parser.end - 1, parser.end);
}

export function typeOfFrame({ isObject }: Frame): JsonType {
  return isObject ? 'object' : 'array';
}
