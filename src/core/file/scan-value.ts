import { parseFast } from '../reading/fast-parser';
import { markIncomplete, readTrace, traceOfValidJson } from '../reading/read-trace';
import { classifyKeys, hasTraceKeys, type RecordKind, wrapsOneTrace } from '../reading/record-kind';
import { peekAfterRecord, type WhatFollows } from '../reading/resynchronize';
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

/** Longer objects go to the tolerant parser at once, or each of many missing braces would cost a look at the whole file. */
export const longestQuickObject = 64 * 1024;
/** How many wrappers may be nested: there are wrappers in pages, and nothing in those. */
const deepestWrapper = 2;
/** How many arrays may be nested: `jq -s` makes arrays in arrays; one more allows for an extra bracket. */
const deepestArray = 3;

export function scanValue(scanner: RecordScanner, character: string): ScanResult {
  if (character === '{') return scanObject(scanner, false);
  if (character === '[' && countFrames(scanner, 'array', 'traces') < deepestArray) {
    scanner.at++;
    openFrame(scanner, 'array');
    return 'continue';
  }
  return skipValue(scanner, character);
}

/** Skips a value that can be no record. */
export function skipValue(scanner: RecordScanner, character: string): ScanResult {
  if (character === '[' || character === '{') {
    const end = skipBrackets(scanner.text, scanner.at, quickLimit(scanner));
    if (end !== undefined && tryParse(scanner.text.slice(scanner.at, end)) !== undefined)
      return continueAfterValue(scanner, end);
    return itemOfParsed(scanner, parseTolerantly(limitedText(scanner), scanner.at), 'other');
  }
  // Reading a token would read a comment, and all those after it, to find that there is no value
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

function quickLimit(scanner: RecordScanner): number {
  return Math.min(scanner.end, scanner.at + longestQuickObject);
}

/** @param isWrapped whether the object is the value that a wrapper holds, and so no wrapper itself */
export function scanObject(scanner: RecordScanner, isWrapped: boolean): ScanResult {
  const parsed = parseFast(scanner.text, scanner.at, quickLimit(scanner));
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

/** Whether members follow: in a wrapper they do after what it holds. */
function isContinued({ member }: WhatFollows, isWrapped: boolean): boolean {
  return member === 'without-comma' || (member === 'after-comma' && !isWrapped);
}

function mayBeWrapper(scanner: RecordScanner, isWrapped: boolean): boolean {
  return !isWrapped && countFrames(scanner, 'wrapper') < deepestWrapper;
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

/** An object that is long or not valid JSON. */
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

/** `traces` looks like an object where its array lost the opening bracket. */
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

/** That the fast parser failed depends on the text as far as it looked. */
function reachOfParsed(scanner: RecordScanner, parsed: ParsedObject): number {
  return Math.max(parsed.reach, scanner.at + longestQuickObject);
}

/** @param reach the first offset that the decision to enter the object did not depend on */
function openWrapper(scanner: RecordScanner, reach: number): ScanResult {
  return itemAt(scanner, {
    kind: 'wrapper-open',
    end: scanner.at + 1,
    reach,
    frames: [...scanner.frames, 'wrapper'],
    expected: 'first',
  });
}
