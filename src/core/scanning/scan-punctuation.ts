import { findRecordBefore, maxLookahead, nextRecordFrom } from '../reading/resume-points';
import { findValidRecord, nearSearch } from '../reading/valid-record';
import { findWrapperMember } from '../reading/wrapper-members';
import { skipWhitespace } from '../text/whitespace';
import {
  type ItemParts,
  isAlreadyReported,
  itemAt,
  limitedText,
  mayContinueRecord,
  type RecordScanner,
  type ScanResult,
  syntaxErrorAt,
} from './record-scanner';
import type { Expected, Frame } from './scan-state';

export function scanComma(scanner: RecordScanner): ScanResult {
  if (scanner.expected === 'first' || scanner.expected === 'value')
    return syntaxErrorAt(scanner, 'comma-extra', { ...skipCommas(scanner), expected: 'value' });
  scanner.at++;
  scanner.expected = 'value';
  return 'continue';
}

/** Several extra commas in a row are one error, which depends on what follows the last one. */
function skipCommas({ text, at, end }: RecordScanner): { readonly end: number; readonly reach: number } {
  let last = at;
  let next = at;
  for (; next < end && text.charAt(next) === ','; next = skipWhitespace(text, next + 1, end)) last = next;
  return { end: last + 1, reach: next + 1 };
}

export function reportMissingComma(scanner: RecordScanner): ScanResult {
  if (isBetweenJoinedArrays(scanner)) forgetBrackets(scanner);
  if (isAlreadyReported(scanner)) {
    scanner.expected = 'anything';
    return 'continue';
  }
  return syntaxErrorAt(scanner, 'comma-missing', { end: scanner.at, expected: 'after-broken-record' });
}

/** Whether an array was closed and the next one opens, as where files are joined: brackets too many are open around them. */
function isBetweenJoinedArrays({ text, from, at }: RecordScanner): boolean {
  return text.charAt(at) === '[' && /\]\s*$/.test(text.slice(from, at));
}

/**
 * What is open around the scanner comes from stray brackets: from here on closing brackets and commas are skipped, and
 * a bracket that is missing is not reported.
 */
export function forgetBrackets(scanner: RecordScanner): void {
  const isInArrays = scanner.frames.every((frame) => frame === 'array' || frame === 'list-without-bracket');
  if (isInArrays && !scanner.input.isLineDelimited) scanner.frames = ['list-without-bracket'];
}

/** The innermost frame was not closed: the current character belongs to an outer one. */
export function reportMissingBracket(scanner: RecordScanner): ScanResult {
  return syntaxErrorAt(scanner, 'bracket-missing', {
    end: scanner.at,
    frames: scanner.frames.slice(0, -1),
    expected: mayContinueRecord(scanner) ? 'rest-of-record' : 'anything',
  });
}

/**
 * Skips an unexpected token up to the next record. On the line of a broken record it is not reported again.
 *
 * @param seen end of what was read of the token, which may be past what is skipped
 */
export function reportUnexpected(scanner: RecordScanner, seen = scanner.at): ScanResult {
  const error: Partial<ItemParts> = isAlreadyReported(scanner) ? {} : { error: 'unexpected' };
  const record = findRecordBefore(scanner.text, scanner.at, scanner.from);
  if (record && record.boundary >= scanner.from) {
    scanner.at = record.boundary;
    return itemAt(scanner, {
      ...error,
      kind: 'syntax-error',
      end: record.brace,
      expected: 'after-broken-record',
      reach: seen + 1,
    });
  }
  const next = findResumePoint(scanner);
  const member = isAmongMembers(scanner)
    ? findWrapperMember(scanner.text, scanner.at + 1, Math.min(scanner.end, next + 1))
    : undefined;
  const end = member?.key ?? next;
  const inner: readonly Frame[] = member && scanner.frames.length === 0 ? ['wrapper'] : scanner.frames;
  const frames = end >= scanner.end ? [] : inner;
  return itemAt(scanner, {
    ...error,
    kind: 'syntax-error',
    end,
    frames,
    expected: end >= scanner.end ? 'first' : expectedAfterSkipped(scanner, end),
    reach: Math.max(seen + 1, next + maxLookahead),
  });
}

/** In a wrapper, what follows a colon is the value of the member whose key was skipped. */
function expectedAfterSkipped({ text, at, frames }: RecordScanner, end: number): Expected {
  const isValue = frames.at(-1) === 'wrapper' && /:[ \t]{0,8}$/.test(text.slice(Math.max(at, end - 10), end));
  return isValue ? 'member-value' : 'after-broken-record';
}

/** Where the next record opens; a valid one counts even if it looks like the value of a member. */
function findResumePoint(scanner: RecordScanner): number {
  const { at } = scanner;
  const text = limitedText(scanner);
  const next = findObjectAfterColon(scanner) ?? nextRecordFrom(text, at + 1);
  const { record, reach } = findValidRecord(text, at, next, nearSearch);
  scanner.seenTo = Math.max(scanner.seenTo, reach);
  return record?.start ?? next;
}

/** The object after a stray colon between two records. */
function findObjectAfterColon(scanner: RecordScanner): number | undefined {
  const { text, from, at, end, initiallyExpected } = scanner;
  if (text.charAt(at) !== ':') return undefined;
  if (initiallyExpected !== 'separator' && initiallyExpected !== 'first') return undefined;
  if (!/^[\s,]*$/.test(text.slice(from, at))) return undefined;
  const next = skipWhitespace(text, at + 1, end);
  return text.charAt(next) === '{' ? next : undefined;
}

/** Whether the scanner is among the members of a wrapper, or of one that lost its opening brace. */
function isAmongMembers({ text, from, at, end, frames, initiallyExpected }: RecordScanner): boolean {
  if (frames.at(-1) === 'wrapper') return true;
  const isAfterKey = frames.length === 0 && initiallyExpected === 'first' && text.charAt(at) === ':';
  return isAfterKey && /^"[^"]*"\s*$/.test(text.slice(skipWhitespace(text, from, end), at));
}
