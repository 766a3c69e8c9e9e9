import type { RecordKind } from '../reading/record-kind';
import type { ParseErrorKind, Trace } from '../record/trace';
import {
  type Expected,
  endLaidOut,
  expectedAfterValue,
  type Frame,
  type PackedState,
  packState,
  type ScanState,
  unpackState,
} from './scan-state';

/**
 * What a file consists of: records; syntax errors between them; the opening, record count and closing of a wrapper,
 * such as a page of the API; the end of the file.
 */
export type ItemKind = RecordKind | 'syntax-error' | 'wrapper-open' | 'count' | 'wrapper-close' | 'end';

/** An item as the scanner returns it; offsets are in the scanned text. */
export interface ScannedItem {
  readonly kind: ItemKind;
  readonly start: number;
  readonly end: number;
  /** First offset the item does not depend on: a change from there on leaves the item unchanged. */
  readonly reach: number;
  /** State after the item. */
  readonly state: PackedState;
  /** Kind of a syntax error; `undefined` for other items, and for an error that follows from one already reported. */
  readonly error: ParseErrorKind | undefined;
  /** Whether the record has syntax errors or is probably only part of a record. */
  readonly isBroken: boolean;
  /** Reads the record; `undefined` if the item has none. */
  readonly trace: (() => Trace) | undefined;
}

export interface ScanInput {
  readonly text: string;
  /** Whether the text ends where the file ends. */
  readonly isLast: boolean;
  /** Whether each line is a value of its own. */
  readonly isLineDelimited: boolean;
  /** Whether a value may nevertheless take several lines, as the file was not declared to have one per line. */
  readonly mayBeLaidOut: boolean;
}

/** An item; or the scanner has advanced without one; or it needs a longer text. */
export type ScanResult = ScannedItem | 'continue' | 'needs-more-text';

/** The mutable state of one search for the next item. */
export interface RecordScanner {
  readonly input: ScanInput;
  readonly text: string;
  /** Where the search began, and in which state. */
  readonly from: number;
  readonly state: PackedState;
  readonly initiallyExpected: Expected;
  /** End of the current line if the file is line-delimited, else of the text. */
  end: number;
  /** Whether more text may follow at `end`. */
  isOpenEnded: boolean;
  at: number;
  /** The first offset that decided nothing so far, beyond what the next item covers itself. */
  seenTo: number;
  frames: readonly Frame[];
  expected: Expected;
  /** End of the range from `from` that was searched for a line break. */
  searchedUpTo: number;
  hasLineBreak: boolean;
}

export function startScan(input: ScanInput, from: number, state: PackedState): RecordScanner {
  const { frames, expected } = unpackState(state);
  const scanner = {
    input,
    text: input.text,
    from,
    state,
    initiallyExpected: expected,
    end: 0,
    isOpenEnded: false,
    at: from,
    seenTo: from,
    frames,
    expected,
    searchedUpTo: from,
    hasLineBreak: false,
  };
  limitToLine(scanner);
  return scanner;
}

/**
 * Longer objects go straight to the tolerant parser; otherwise each missing brace would cost a scan of the whole file.
 */
export const maxFastLength = 64 * 1024;

/** In a line-delimited file, sets the end to that of the current line. */
export function limitToLine(scanner: RecordScanner): void {
  const { text, isLast, isLineDelimited } = scanner.input;
  const isLimited = isLineDelimited && !scanner.frames.includes('laid-out');
  const lineEnd = isLimited ? text.indexOf('\n', scanner.at) : -1;
  scanner.end = lineEnd < 0 ? text.length : lineEnd;
  scanner.isOpenEnded = lineEnd < 0 && !isLast;
}

/** The text up to `end`. */
export function limitedText({ text, end }: RecordScanner): string {
  return end === text.length ? text : text.slice(0, end);
}

export function countFrames({ frames }: RecordScanner, ...counted: readonly Frame[]): number {
  return frames.filter((frame) => counted.includes(frame)).length;
}

/** Whether there is no line break since the previous item. Called very often, so it searches no range twice. */
export function isOnLineOfPreviousItem(scanner: RecordScanner): boolean {
  const { text, at, searchedUpTo } = scanner;
  scanner.hasLineBreak ||= text.slice(searchedUpTo, at).includes('\n');
  scanner.searchedUpTo = Math.max(searchedUpTo, at);
  return !scanner.hasLineBreak;
}

/**
 * Whether an object begins on the line where a record broke off. Even if valid by itself, it may be the rest of that
 * record, or its beginning if members follow it.
 */
export function mayContinueRecord(scanner: RecordScanner): boolean {
  return scanner.expected === 'rest-of-record' && isOnLineOfPreviousItem(scanner);
}

/** Whether an error here follows from one that was reported with the previous item. */
export function isAlreadyReported(scanner: RecordScanner): boolean {
  const { initiallyExpected } = scanner;
  return isAfterReport(initiallyExpected) && isOnLineOfPreviousItem(scanner);
}

/** Whether the previous item was reported as broken. */
export function isAfterReport(expected: Expected): boolean {
  return expected === 'after-broken-record' || expected === 'rest-of-record' || expected === 'member-value';
}

export function openFrame(scanner: RecordScanner, frame: Frame): void {
  scanner.frames = [...scanner.frames, frame];
  scanner.expected = 'first';
}

export function closeFrame(scanner: RecordScanner): void {
  scanner.frames = endLaidOut(scanner.frames.slice(0, -1));
  scanner.expected = expectedAfterValue(scanner.frames);
}

/** The parts of an item; `frames` and `expected` default to those of the scanner. */
export interface ItemParts {
  readonly kind: ItemKind;
  readonly end: number;
  readonly reach?: number;
  readonly frames?: readonly Frame[];
  readonly expected?: Expected;
  readonly error?: ParseErrorKind;
  readonly isBroken?: boolean;
  readonly trace?: () => Trace;
}

export function syntaxErrorAt(
  scanner: RecordScanner,
  error: ParseErrorKind,
  parts: Omit<ItemParts, 'kind' | 'error'>,
): ScannedItem {
  return itemAt(scanner, { ...parts, kind: 'syntax-error', error });
}

/** An item that begins at the scanner's position. */
export function itemAt(scanner: RecordScanner, parts: ItemParts): ScannedItem {
  const frames = parts.frames ?? scanner.frames;
  return {
    kind: parts.kind,
    start: scanner.at,
    end: parts.end,
    reach: Math.max(parts.end, scanner.at + 1, scanner.seenTo, parts.reach ?? 0),
    state: stateAfter(scanner, { frames, expected: parts.expected ?? scanner.expected }),
    error: parts.error,
    isBroken: parts.isBroken ?? false,
    trace: parts.trace,
  };
}

/** An unchanged state, as between most records, stays the same string: the index keeps one per item. */
function stateAfter({ state }: RecordScanner, after: ScanState): PackedState {
  const before = unpackState(state);
  const isSame = after.frames === before.frames && after.expected === before.expected;
  return isSame ? state : packState({ ...after, frames: endLaidOut(after.frames) });
}
