import { parseOrSplit } from '../reading/fast-parser';
import { markIncomplete, traceOfValidJson } from '../reading/read-trace';
import { isPage, isWrapper, kindOfObject } from '../reading/record-kind';
import { peekAfterRecord, type WhatFollows } from '../reading/resume-points';
import { isScalar, readToken } from '../reading/token-types';
import { findValidRecord, nearSearch } from '../reading/valid-record';
import { findPageStart } from '../reading/wrapper-members';
import { skipBrackets } from '../text/brackets';
import { tryParse } from '../text/json';
import { skipWhitespace } from '../text/whitespace';
import { openPage, openWrapper } from './open-wrapper';
import {
  countFrames,
  isAlreadyReported,
  itemAt,
  limitedText,
  maxFastLength,
  mayContinueRecord,
  openFrame,
  type RecordScanner,
  type ScanResult,
} from './record-scanner';
import { scanDamagedObject, scanDamagedValue } from './scan-damaged';
import { forgetBrackets, reportUnexpected } from './scan-punctuation';
import { type Expected, expectedAfterValue, isTopLevel } from './scan-state';

/** A page may contain wrappers, but those contain no further ones. */
const maxWrapperDepth = 2;
/** `jq -s` makes arrays of arrays; the other levels allow for extra brackets. */
const maxArrayDepth = 64;

export function scanValue(scanner: RecordScanner, character: string): ScanResult {
  if (character === '{') return scanObject(scanner, false);
  if (character === '[' && !isTooDeep(scanner)) {
    scanner.at++;
    openFrame(scanner, 'array');
    return 'continue';
  }
  return skipValue(scanner, character);
}

/** Whether as many arrays are open as can be. */
function isTooDeep(scanner: RecordScanner): boolean {
  return countFrames(scanner, 'array', 'traces') >= maxArrayDepth;
}

/** Skips a value that cannot be a record. */
export function skipValue(scanner: RecordScanner, character: string): ScanResult {
  if (character === '[' || character === '{') {
    const end = skipBrackets(scanner.text, scanner.at, fastLimit(scanner));
    if (end !== undefined && tryParse(scanner.text.slice(scanner.at, end)) !== undefined) {
      return continueAfterValue(scanner, end);
    }
    if (isTooDeep(scanner)) forgetBrackets(scanner);
    // Not parsed in the rest of a broken record: there may be very much of it on one line
    return isAlreadyReported(scanner) ? reportUnexpected(scanner) : scanDamagedValue(scanner);
  }
  // Reading a token would read this comment and all that follow it, only to find that there is no value
  if (character === '/') return reportUnexpected(scanner, scanner.at + 1);
  const token = readToken(limitedText(scanner), scanner.at);
  if (!isScalar(token.kind) || !token.isValid) return reportUnexpected(scanner, token.end);
  if (holdsRecord(scanner, token.end)) return reportUnexpected(scanner, scanner.at + 1);
  return continueAfterValue(scanner, token.end);
}

/** Whether a valid record opens in a string: a quotation mark was lost before it. */
function holdsRecord(scanner: RecordScanner, end: number): boolean {
  const { record, reach } = findValidRecord(limitedText(scanner), scanner.at, end, {
    ...nearSearch,
    maxFailures: 1,
  });
  scanner.seenTo = Math.max(scanner.seenTo, reach);
  return record !== undefined;
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
  const mayWrap = mayBeWrapper(scanner, isWrapped);
  // A page is not parsed first: it may be long, or have another page in it that is damaged, and so on
  const page = mayWrap ? findPageStart(scanner.text, scanner.at, scanner.end) : undefined;
  if (page !== undefined) return openPage(scanner, page);
  const parsed = parseOrSplit(scanner.text, scanner.at, fastLimit(scanner));
  const isValid = 'object' in parsed;
  if (!isValid && isAlreadyReported(scanner) && !opensMember(scanner)) return reportUnexpected(scanner);
  if (!isValid) return scanDamagedObject(scanner, mayWrap, parsed);
  const { text, object, end } = parsed;
  const kind = kindOfObject(object);
  if (kind !== 'trace' && kind !== 'digest' && mayWrap && isWrapper(object))
    return isPage(object) ? openPage(scanner, end) : openWrapper(scanner, end);
  const following = peekAfterRecord(scanner.text, end, scanner.end);
  const isRest = mayContinueRecord(scanner);
  const isBroken = isRest || isContinued(following, isWrapped);
  return itemAt(scanner, {
    kind,
    end,
    reach: following.reach,
    expected: isRest ? 'after-broken-record' : expectedAfterRecord(scanner, end),
    isBroken,
    trace: () => (isBroken ? markIncomplete(traceOfValidJson(text, object)) : traceOfValidJson(text, object)),
  });
}

/** Values at top level need nothing between them, but a number or a word that touches a record is no value. */
function expectedAfterRecord({ text, frames }: RecordScanner, end: number): Expected {
  return isTopLevel(frames) && /[\w-]/.test(text.charAt(end)) ? 'separator' : expectedAfterValue(frames);
}

/** Whether a key follows the brace. */
function opensMember({ text, at, end }: RecordScanner): boolean {
  return text.charAt(skipWhitespace(text, at + 1, end)) === '"';
}

/** Whether members follow the object directly. In a wrapper, members after a comma are those of the wrapper. */
function isContinued({ member }: WhatFollows, isWrapped: boolean): boolean {
  return member === 'without-comma' || (member === 'after-comma' && !isWrapped);
}

function mayBeWrapper(scanner: RecordScanner, isWrapped: boolean): boolean {
  return !isWrapped && countFrames(scanner, 'wrapper') < maxWrapperDepth;
}
