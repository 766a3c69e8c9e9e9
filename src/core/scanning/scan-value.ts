import { parseFast } from '../reading/fast-parser';
import { markIncomplete, readTrace, traceOfValidJson } from '../reading/read-trace';
import { classifyKeys, hasTraceKeys, type RecordKind, wrapsOneTrace } from '../reading/record-kind';
import { peekAfterRecord, type WhatFollows } from '../reading/resume-points';
import { isScalar, readToken } from '../reading/token-types';
import { type ParsedObject, parseTolerantly } from '../reading/tolerant-parser';
import { skipBrackets } from '../text/brackets';
import { isObject, type JsonObject, tryParse } from '../text/json';
import {
  countFrames,
  itemAt,
  limitedText,
  mayContinueRecord,
  openFrame,
  type RecordScanner,
  type ScanResult,
} from './record-scanner';
import { reportUnexpected } from './scan-punctuation';
import { type Expected, expectedAfterValue, type Frame } from './scan-state';

/**
 * Longer objects go straight to the tolerant parser; otherwise each missing brace would cost a scan of the whole file.
 */
export const maxFastLength = 64 * 1024;
/** A page may contain wrappers, but those contain no further ones. */
const maxWrapperDepth = 2;
/** `jq -s` makes arrays of arrays; one more level allows for an extra bracket. */
const maxArrayDepth = 3;

export function scanValue(scanner: RecordScanner, character: string): ScanResult {
  if (character === '{') return scanObject(scanner, false);
  if (character === '[' && countFrames(scanner, 'array', 'traces') < maxArrayDepth) {
    scanner.at++;
    openFrame(scanner, 'array');
    return 'continue';
  }
  return skipValue(scanner, character);
}

/** Skips a value that cannot be a record. */
export function skipValue(scanner: RecordScanner, character: string): ScanResult {
  if (character === '[' || character === '{') {
    const end = skipBrackets(scanner.text, scanner.at, fastLimit(scanner));
    if (end !== undefined && tryParse(scanner.text.slice(scanner.at, end)) !== undefined)
      return continueAfterValue(scanner, end);
    return itemOfParsed(scanner, parseTolerantly(limitedText(scanner), scanner.at), 'other');
  }
  // Reading a token would read this comment and all that follow it, only to find that there is no value
  if (character === '/') return reportUnexpected(scanner, scanner.at + 1);
  const token = readToken(limitedText(scanner), scanner.at);
  if (!isScalar(token.kind) || !token.isValid) return reportUnexpected(scanner, token.end);
  return continueAfterValue(scanner, token.end);
}

function continueAfterValue(scanner: RecordScanner, end: number): ScanResult {
  scanner.at = end;
  scanner.expected = expectedAfterValue(scanner.frames);
  return 'continue';
}

function fastLimit(scanner: RecordScanner): number {
  return Math.min(scanner.end, scanner.at + maxFastLength);
}

/** @param isWrapped whether the object is the content of a wrapper, and therefore not a wrapper itself */
export function scanObject(scanner: RecordScanner, isWrapped: boolean): ScanResult {
  const parsed = parseFast(scanner.text, scanner.at, fastLimit(scanner));
  if (parsed === undefined) return scanDamagedObject(scanner, mayBeWrapper(scanner, isWrapped));
  const { text, object, end } = parsed;
  const kind = kindOfObject(object);
  if (kind !== 'trace' && kind !== 'digest' && mayBeWrapper(scanner, isWrapped) && isWrapper(object))
    return openWrapper(scanner, end);
  const following = peekAfterRecord(scanner.text, end, scanner.end);
  const isRest = mayContinueRecord(scanner);
  const isBroken = isRest || isContinued(following, isWrapped);
  return itemAt(scanner, {
    kind,
    end,
    reach: following.reach,
    expected: isRest ? 'after-broken-record' : expectedAfterValue(scanner.frames),
    isBroken,
    trace: () => (isBroken ? markIncomplete(traceOfValidJson(text, object)) : traceOfValidJson(text, object)),
  });
}

/** Whether members follow the object directly. In a wrapper, members after a comma are those of the wrapper. */
function isContinued({ member }: WhatFollows, isWrapped: boolean): boolean {
  return member === 'without-comma' || (member === 'after-comma' && !isWrapped);
}

function mayBeWrapper(scanner: RecordScanner, isWrapped: boolean): boolean {
  return !isWrapped && countFrames(scanner, 'wrapper') < maxWrapperDepth;
}

function kindOfObject(object: JsonObject): RecordKind {
  if (hasTraceKeys(object)) return 'trace';
  const keys = Object.keys(object);
  const kind = classifyKeys(keys);
  return kind === 'trace' ? kind : classifyKeys(new Set(keys.map((key) => key.trim())));
}

function isWrapper(object: JsonObject): boolean {
  return Object.keys(object).some((key) => {
    const name = key.trim();
    if (name === 'traces') return Array.isArray(object[key]);
    return wrapsOneTrace(name) && isObject(object[key]);
  });
}

/** Scans an object that is long or not valid JSON. */
function scanDamagedObject(scanner: RecordScanner, mayWrap: boolean): ScanResult {
  const stopAtTraces = (keys: ReadonlySet<string>): boolean => mayWrap && classifyKeys(keys) !== 'trace';
  const parsed = parseTolerantly(limitedText(scanner), scanner.at, { stopAtTraces });
  if (parsed.tracesAt !== undefined) return openWrapper(scanner, reachOfParsed(scanner, parsed));
  const kind = classifyKeys(new Set(parsed.fields.map((field) => field.name)));
  const wraps = parsed.fields.some(({ name, type }) => type === 'object' && mayHoldTraces(name, parsed));
  if (kind !== 'trace' && kind !== 'digest' && mayWrap && wraps)
    return openWrapper(scanner, reachOfParsed(scanner, parsed));
  return itemOfParsed(scanner, parsed, kind);
}

/** An object under `traces` is an array that lost its opening bracket. */
function mayHoldTraces(name: string, { errors }: ParsedObject): boolean {
  return wrapsOneTrace(name) || (name === 'traces' && errors.length > 0);
}

function itemOfParsed(scanner: RecordScanner, parsed: ParsedObject, kind: RecordKind): ScanResult {
  const end = parsed.isCut ? scanner.end : parsed.end;
  const text = scanner.text.slice(scanner.at, end);
  const frames = parsed.isCut ? [] : scanner.frames;
  return itemAt(scanner, {
    kind,
    end,
    reach: reachOfParsed(scanner, parsed),
    frames,
    expected: expectedAfterParsed(frames, parsed),
    isBroken: !parsed.closed || parsed.errors.length > 0,
    trace: () => readTrace(text),
  });
}

function expectedAfterParsed(frames: readonly Frame[], { closed, isCut, errors }: ParsedObject): Expected {
  if (!closed && !isCut) return 'rest-of-record';
  if (!isCut && errors.length > 0) return 'after-broken-record';
  return expectedAfterValue(frames);
}

/** The failure of the fast parser depends on all the text that it may have read. */
function reachOfParsed(scanner: RecordScanner, parsed: ParsedObject): number {
  return Math.max(parsed.reach, scanner.at + maxFastLength);
}

/** @param reach first offset that the decision to enter the object did not depend on */
function openWrapper(scanner: RecordScanner, reach: number): ScanResult {
  return itemAt(scanner, {
    kind: 'wrapper-open',
    end: scanner.at + 1,
    reach,
    frames: [...scanner.frames, 'wrapper'],
    expected: 'first',
  });
}
