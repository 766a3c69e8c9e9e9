import type { RecordKind } from '../reading/record-kind';
import type { ParseErrorKind, Trace } from '../record/trace';
import {
  type Expected,
  expectedAfterValue,
  type Frame,
  type PackedState,
  packState,
  unpackState,
} from './scan-state';

/**
 * What a file consists of: records; syntax errors between them; the opening, the stated count and the closing of a
 * wrapper, such as a page of the API; the end of the file.
 */
export type ItemKind = RecordKind | 'syntax-error' | 'wrapper-open' | 'count' | 'wrapper-close' | 'end';

/** An item as the scanner finds it, with offsets of the text it was given. */
export interface ScannedItem {
  readonly kind: ItemKind;
  readonly start: number;
  readonly end: number;
  /** The first offset that nothing was decided by: a change from there on leaves the item as it is. */
  readonly reach: number;
  /** The state after the item. */
  readonly state: PackedState;
  /** What is wrong, for a syntax error that was not reported with an earlier item. */
  readonly error: ParseErrorKind | undefined;
  /** Whether a record has syntax errors of its own, or is likely only a part of one. */
  readonly isBroken: boolean;
  /** Reads the record, where the item is one. */
  readonly trace: (() => Trace) | undefined;
}

/** The text that is scanned. */
export interface ScanInput {
  readonly text: string;
  /** Whether the text ends where the file ends. */
  readonly isLast: boolean;
  /** Whether each line is a value of its own. */
  readonly isLineDelimited: boolean;
}

/** An item, or why there is none yet: the scanner has moved on, or needs a longer text. */
export type ScanResult = ScannedItem | 'continue' | 'needs-more-text';

/** A scanner on its way to the next item. */
export interface RecordScanner {
  readonly input: ScanInput;
  readonly text: string;
  /** Where it began to look for the item, and in which state. */
  readonly from: number;
  readonly state: PackedState;
  readonly initiallyExpected: Expected;
  /** Where this line, or the text at hand, ends. */
  end: number;
  /** Whether more text may follow at `end`. */
  isOpenEnded: boolean;
  at: number;
  frames: readonly Frame[];
  expected: Expected;
  /** How far it is known whether there is a line break after `from`. */
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
    frames,
    expected,
    searchedUpTo: from,
    hasLineBreak: false,
  };
  limitToLine(scanner);
  return scanner;
}

/** Sets the end to that of the line, where each line is a value of its own. */
export function limitToLine(scanner: RecordScanner): void {
  const { text, isLast, isLineDelimited } = scanner.input;
  const lineEnd = isLineDelimited ? text.indexOf('\n', scanner.at) : -1;
  scanner.end = lineEnd < 0 ? text.length : lineEnd;
  scanner.isOpenEnded = lineEnd < 0 && !isLast;
}

/** The text up to the end. */
export function limitedText({ text, end }: RecordScanner): string {
  return end === text.length ? text : text.slice(0, end);
}

export function countFrames({ frames }: RecordScanner, ...counted: readonly Frame[]): number {
  return frames.filter((frame) => counted.includes(frame)).length;
}

/** Whether there is no line break since the item before. Looks at no stretch twice: it may be asked very often. */
export function isOnLineOfItemBefore(scanner: RecordScanner): boolean {
  const { text, at, searchedUpTo } = scanner;
  scanner.hasLineBreak ||= text.slice(searchedUpTo, at).includes('\n');
  scanner.searchedUpTo = Math.max(searchedUpTo, at);
  return !scanner.hasLineBreak;
}

/**
 * Whether an object begins on the line where a record broke off: valid by itself, it may be the rest of that record, or
 * its beginning if members follow it.
 */
export function mayContinueRecord(scanner: RecordScanner): boolean {
  return scanner.expected === 'rest-of-record' && isOnLineOfItemBefore(scanner);
}

/** Whether what is wrong here follows from an error that was reported with the item before. */
export function isAlreadyReported(scanner: RecordScanner): boolean {
  const { initiallyExpected } = scanner;
  const isAfterError = initiallyExpected === 'after-broken-record' || initiallyExpected === 'rest-of-record';
  return isAfterError && isOnLineOfItemBefore(scanner);
}

export function openFrame(scanner: RecordScanner, frame: Frame): void {
  scanner.frames = [...scanner.frames, frame];
  scanner.expected = 'first';
}

export function closeFrame(scanner: RecordScanner): void {
  scanner.frames = scanner.frames.slice(0, -1);
  scanner.expected = expectedAfterValue(scanner.frames);
}

/** What an item is made of; frames and expectation are those of the scanner unless they are given. */
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

/** The item that begins where the scanner is. */
export function itemAt(scanner: RecordScanner, parts: ItemParts): ScannedItem {
  const frames = parts.frames ?? scanner.frames;
  return {
    kind: parts.kind,
    start: scanner.at,
    end: parts.end,
    reach: Math.max(parts.end, scanner.at + 1, parts.reach ?? 0),
    state: stateAfter(scanner, packState({ frames, expected: parts.expected ?? scanner.expected })),
    error: parts.error,
    isBroken: parts.isBroken ?? false,
    trace: parts.trace,
  };
}

/** The same string as before where nothing changed: a file has as many states as items. */
function stateAfter({ state }: RecordScanner, packed: PackedState): PackedState {
  return packed === state ? state : packed;
}
