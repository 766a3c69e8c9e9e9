import { createScanner, type JSONScanner, ScanError } from 'jsonc-parser';
import type { Field, Problem, ProblemKind } from '../record/trace';
import type { JsonType, JsonValue } from '../text/json';
import { endOf, type Span, spanFrom } from '../text/span';

export interface ReadOptions {
  /** Asked at a key `traces` that holds an array: whether to stop there, given the keys so far. */
  readonly stopAtTraces?: (keys: ReadonlySet<string>) => boolean;
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

export interface Cursor {
  readonly text: string;
  readonly start: number;
  /** The first offset behind the first key. */
  firstKeyEnd: number | undefined;
  readonly scanner: JSONScanner;
  readonly options: ReadOptions;
  readonly stack: Frame[];
  readonly fields: Field[];
  readonly keys: Set<string>;
  readonly problems: Problem[];
  member: Member | undefined;
  /** False from a place where tokens made no sense until a key with its colon was read again. */
  inStep: boolean;
  /** How far the line of the last problem is known to go: what is wrong on it follows from that. */
  quietUntil: number;
  /** The first offset that nothing was decided by. */
  reach: number;
  /** The first offset behind the last token that belongs to the object. */
  end: number;
  /** The length of that token. */
  lastLength: number;
  closed: boolean;
  tracesAt: number | undefined;
}

export function openCursor(text: string, start: number, options: ReadOptions): Cursor {
  const scanner = createScanner(text, false);
  scanner.setPosition(start + 1);
  const isObject = text.charAt(start) === '{';
  return {
    text,
    start,
    firstKeyEnd: undefined,
    scanner,
    options,
    stack: [{ isObject, start, phase: isObject ? 'key' : 'element' }],
    fields: [],
    keys: new Set(),
    problems: [],
    member: undefined,
    inStep: true,
    quietUntil: -1,
    reach: start + 1,
    end: start + 1,
    lastLength: 1,
    closed: false,
    tracesAt: undefined,
  };
}

export function addMissingValue(cursor: Cursor): void {
  if (cursor.member)
    addField(cursor, { span: spanFrom(cursor.end, cursor.end), type: undefined, value: undefined });
}

interface FoundValue {
  readonly span: Span;
  readonly type: JsonType | undefined;
  readonly value: JsonValue | undefined;
}

export function addField(cursor: Cursor, found: FoundValue): void {
  if (cursor.member === undefined) return;
  const { name, keySpan } = cursor.member;
  cursor.fields.push({ name, keySpan, valueSpan: found.span, type: found.type, value: found.value });
  cursor.member = undefined;
}

export function noteTokenError(cursor: Cursor, span: Span): void {
  const error = cursor.scanner.getTokenError();
  if (error === ScanError.None) return;
  const unfinished = error === ScanError.UnexpectedEndOfString || error === ScanError.UnexpectedEndOfNumber;
  reportProblem(cursor, unfinished ? 'text-unfinished' : 'text-invalid', span);
  if (unfinished) cursor.inStep = false;
}

/** Tells a broken spot, unless it follows from the one before: on the same line, or before reading is back in step. */
export function reportProblem(cursor: Cursor, kind: ProblemKind, span: Span): void {
  if (cursor.problems.length > 0 && (!cursor.inStep || isOnQuietLine(cursor, span.offset))) return;
  cursor.problems.push({ kind, span });
  cursor.quietUntil = span.offset;
}

/** Looks no further than it has to, and at no stretch twice: a file may be one line. */
function isOnQuietLine(cursor: Cursor, offset: number): boolean {
  if (offset <= cursor.quietUntil) return true;
  if (cursor.text.slice(cursor.quietUntil, offset).includes('\n')) return false;
  cursor.quietUntil = offset;
  return true;
}

export function topFrame(cursor: Cursor): Frame {
  const frame = cursor.stack.at(-1);
  if (frame === undefined) throw new Error('no frame is open');
  return frame;
}

export function tokenSpan(cursor: Cursor): Span {
  return { offset: cursor.scanner.getTokenOffset(), length: cursor.scanner.getTokenLength() };
}

/** The token belongs to the object: it ends no earlier than here. */
export function takeToken(cursor: Cursor): Span {
  const span = tokenSpan(cursor);
  cursor.end = endOf(span);
  cursor.lastLength = span.length;
  return span;
}

export function lastUnit(cursor: Cursor): Span {
  return spanFrom(cursor.end - 1, cursor.end);
}
