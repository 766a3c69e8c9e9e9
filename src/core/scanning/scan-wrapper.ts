import { readTrace } from '../reading/read-trace';
import { wrapsOneTrace } from '../reading/record-kind';
import { readToken } from '../reading/token-types';
import { findTracesInMetaData } from '../reading/wrapper-members';
import { skipBrackets } from '../text/brackets';
import { skipWhitespace } from '../text/whitespace';
import {
  closeFrame,
  itemAt,
  limitedText,
  openFrame,
  type RecordScanner,
  type ScanResult,
  syntaxErrorAt,
} from './record-scanner';
import { reportMissingBracket, reportMissingComma, reportUnexpected, scanComma } from './scan-punctuation';
import { maxFastLength, scanObject, skipValue } from './scan-value';

/** Scans the direct content of a wrapper: its members and its closing brace. */
export function scanInWrapper(scanner: RecordScanner, character: string): ScanResult {
  if (character === ',') return scanComma(scanner);
  if (character === '}') return scanClosingBrace(scanner);
  if (character === ']' && scanner.frames.length > 1) return reportMissingBracket(scanner);
  if (character === '{' && scanner.expected !== 'first') return reportMissingBracket(scanner);
  if (character !== '"') return reportUnexpected(scanner);
  return scanner.expected === 'separator' ? reportMissingComma(scanner) : scanMember(scanner);
}

function scanClosingBrace(scanner: RecordScanner): ScanResult {
  if (scanner.expected === 'value')
    return syntaxErrorAt(scanner, 'comma-extra', { end: scanner.at, expected: 'anything' });
  closeFrame(scanner);
  return itemAt(scanner, { kind: 'wrapper-close', end: scanner.at + 1 });
}

function scanMember(scanner: RecordScanner): ScanResult {
  const key = readToken(limitedText(scanner), scanner.at);
  const name = key.value.trim();
  const colon = skipWhitespace(scanner.text, key.end, scanner.end);
  if (colon >= scanner.end && key.isValid) {
    scanner.at = scanner.end;
    return 'continue';
  }
  if (!key.isValid || scanner.text.charAt(colon) !== ':') return reportUnexpected(scanner, colon + 1);
  scanner.at = skipWhitespace(scanner.text, colon + 1, scanner.end);
  if (scanner.at >= scanner.end) return 'continue';
  scanner.expected = 'separator';
  return scanMemberValue(scanner, name, scanner.text.charAt(scanner.at));
}

function scanMemberValue(scanner: RecordScanner, name: string, character: string): ScanResult {
  if (name === 'traces' && character === '[') {
    scanner.at++;
    openFrame(scanner, 'traces');
    return 'continue';
  }
  if (name === 'traces' && character === '{' && isArrayElement(scanner))
    return syntaxErrorAt(scanner, 'unexpected', {
      end: scanner.at,
      reach: scanner.at + 1,
      frames: [...scanner.frames, 'traces'],
      expected: 'first',
    });
  if (character === '{' && wrapsOneTrace(name)) return scanObject(scanner, true);
  return name === 'meta_data' && character === '{' ? scanMetaData(scanner) : skipValue(scanner, character);
}

/** Whether the object is the first element of an array that lost its opening bracket: no member follows it. */
function isArrayElement({ text, at, end }: RecordScanner): boolean {
  const objectEnd = skipBrackets(text, at, Math.min(end, at + maxFastLength));
  if (objectEnd === undefined) return false;
  const after = skipWhitespace(text, objectEnd, end);
  if (text.charAt(after) !== ',') return text.charAt(after) === ']';
  return text.charAt(skipWhitespace(text, after + 1, end)) === '{';
}

function scanMetaData(scanner: RecordScanner): ScanResult {
  const start = scanner.at;
  const traces = findTracesInMetaData(scanner.text, start);
  if (traces && traces.end <= scanner.end) {
    scanner.at = traces.key;
    return syntaxErrorAt(scanner, 'bracket-missing', {
      end: traces.key,
      reach: traces.end,
      expected: 'anything',
    });
  }
  const result = skipValue(scanner, '{');
  if (result !== 'continue') return result;
  const end = scanner.at;
  const text = scanner.text.slice(start, end);
  scanner.at = start;
  return itemAt(scanner, { kind: 'count', end, expected: 'separator', trace: () => readTrace(text) });
}
