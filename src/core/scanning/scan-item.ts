import { findWrapperMember, maxWrapperKeyLength } from '../reading/wrapper-members';
import { skipWhitespace } from '../text/whitespace';
import {
  closeFrame,
  isAlreadyReported,
  itemAt,
  limitToLine,
  type RecordScanner,
  type ScanInput,
  type ScannedItem,
  type ScanResult,
  startScan,
  syntaxErrorAt,
} from './record-scanner';
import { reportMissingBracket, reportMissingComma, reportUnexpected, scanComma } from './scan-punctuation';
import { type Expected, isTopLevel, type PackedState } from './scan-state';
import { scanValue } from './scan-value';
import { scanInWrapper } from './scan-wrapper';

/**
 * Finds the next item of a file. The result depends only on the text from `from` to the item's `reach` and on the
 * state.
 *
 * @returns `undefined` if the text is too short: call again with a longer one
 */
export function scanItem(input: ScanInput, from: number, state: PackedState): ScannedItem | undefined {
  const scanner = startScan(input, from, state);
  for (;;) {
    scanner.at = skipWhitespace(scanner.text, scanner.at, scanner.end);
    const result = scanner.at >= scanner.end ? scanEnd(scanner) : scanToken(scanner);
    if (result === 'needs-more-text') return undefined;
    if (result === 'continue') continue;
    if (result.reach < scanner.end) return result;
    return scanner.isOpenEnded ? undefined : { ...result, reach: scanner.end + 1 };
  }
}

function scanEnd(scanner: RecordScanner): ScanResult {
  if (scanner.isOpenEnded) return 'needs-more-text';
  if (!isTopLevel(scanner.frames)) {
    const parts = { end: scanner.at, frames: [], expected: 'first' } as const;
    // A stray bracket just before the end of its line is one error
    const isKnown = scanner.input.isLineDelimited && isAlreadyReported(scanner);
    return isKnown
      ? itemAt(scanner, { ...parts, kind: 'syntax-error' })
      : syntaxErrorAt(scanner, 'cut', parts);
  }
  if (scanner.end < scanner.text.length) {
    scanner.at = scanner.end + 1;
    limitToLine(scanner);
    return 'continue';
  }
  if (!scanner.input.isLast) return 'needs-more-text';
  return itemAt(scanner, { kind: 'end', end: scanner.at });
}

function scanToken(scanner: RecordScanner): ScanResult {
  const { frames } = scanner;
  const character = scanner.text.charAt(scanner.at);
  if (frames.at(-1) === 'wrapper') return scanInWrapper(scanner, character);
  if (isTopLevel(frames)) {
    allowLaidOut(scanner, character);
    return scanAtTopLevel(scanner, character);
  }
  if (character === ',') return scanComma(scanner);
  if (character === ']') return scanClosingBracket(scanner);
  if (character === '}' && frames.includes('wrapper')) return reportMissingBracket(scanner);
  const isValueTooEarly = scanner.expected === 'separator' && beginsValue(character);
  return isValueTooEarly ? reportMissingComma(scanner) : scanValue(scanner, character);
}

/** A value whose bracket is all that is on its line goes on in the next lines. */
function allowLaidOut(scanner: RecordScanner, character: string): void {
  const { input, text, at, end } = scanner;
  if (!input.mayBeLaidOut || (character !== '{' && character !== '[')) return;
  if (skipWhitespace(text, at + 1, end) < end) return;
  scanner.frames = [...scanner.frames, 'laid-out'];
  limitToLine(scanner);
}

function beginsValue(character: string): boolean {
  return /[{["\w-]/.test(character);
}

/** Reports a missing opening bracket at the first comma; later commas and the closing bracket follow from it. */
function scanAtTopLevel(scanner: RecordScanner, character: string): ScanResult {
  const isKnown = scanner.frames.length > 0 || isAlreadyReported(scanner);
  if (isKnown && (character === ',' || character === ']')) {
    scanner.at++;
    return 'continue';
  }
  if (character === ',')
    return syntaxErrorAt(scanner, 'unexpected', {
      end: scanner.at + 1,
      frames: ['list-without-bracket'],
      expected: 'first',
    });
  if (scanner.expected === 'separator') return reportUnexpected(scanner);
  const unwrapped = character === '"' ? scanWrapperWithoutBrace(scanner) : undefined;
  return unwrapped ?? scanValue(scanner, character);
}

/** A top-level member that contains traces: its wrapper lost its opening brace. */
function scanWrapperWithoutBrace(scanner: RecordScanner): ScanResult | undefined {
  const { text, at, end, frames } = scanner;
  const member = findWrapperMember(text, at, Math.min(end, at + maxWrapperKeyLength));
  if (member?.key !== at || (frames.length > 0 && text.charAt(member.end - 1) !== '[')) return undefined;
  const expected: Expected = 'first';
  const parts = { end: at, reach: member.end, frames: [...frames, 'wrapper'] as const, expected };
  return isAlreadyReported(scanner)
    ? itemAt(scanner, { ...parts, kind: 'syntax-error' })
    : syntaxErrorAt(scanner, 'unexpected', parts);
}

function scanClosingBracket(scanner: RecordScanner): ScanResult {
  if (scanner.expected === 'value')
    return syntaxErrorAt(scanner, 'comma-extra', { end: scanner.at, expected: 'anything' });
  scanner.at++;
  closeFrame(scanner);
  return 'continue';
}
