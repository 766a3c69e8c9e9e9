import { findNextRecord, findRecordBefore, maxLookahead } from '../reading/resume-points';
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
import { type Frame, isTopLevel } from './scan-state';

export function scanComma(scanner: RecordScanner): ScanResult {
  if (scanner.expected === 'first' || scanner.expected === 'value')
    return syntaxErrorAt(scanner, 'comma-extra', { end: endOfCommas(scanner), expected: 'value' });
  scanner.at++;
  scanner.expected = 'value';
  return 'continue';
}

/** Several extra commas in a row are one error. */
function endOfCommas({ text, at, end }: RecordScanner): number {
  let last = at;
  for (let next = at; next < end && text.charAt(next) === ','; next = skipWhitespace(text, next + 1, end))
    last = next;
  return last + 1;
}

export function reportMissingComma(scanner: RecordScanner): ScanResult {
  return syntaxErrorAt(scanner, 'comma-missing', { end: scanner.at, expected: 'after-broken-record' });
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
      expected: 'anything',
      reach: seen + 1,
    });
  }
  const next = findObjectAfterColon(scanner) ?? findNextRecord(limitedText(scanner), scanner.at + 1);
  const member = isAmongMembers(scanner) ? findWrapperMember(scanner.text, scanner.at + 1, next) : undefined;
  const end = member?.key ?? next;
  const inner: readonly Frame[] = member && scanner.frames.length === 0 ? ['wrapper'] : scanner.frames;
  const frames = end >= scanner.end ? [] : inner;
  return itemAt(scanner, {
    ...error,
    kind: 'syntax-error',
    end,
    frames,
    expected: isTopLevel(frames) ? 'first' : 'anything',
    reach: Math.max(seen + 1, next + maxLookahead),
  });
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
