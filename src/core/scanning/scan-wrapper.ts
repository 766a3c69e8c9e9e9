import { readTrace } from '../reading/read-trace';
import { readToken } from '../reading/token-types';
import { parseTolerantly } from '../reading/tolerant-parser';
import {
  findTracesArray,
  findTracesInMetaData,
  maxMetaDataLength,
  wrapsOneTrace,
} from '../reading/wrapper-members';
import { skipBrackets } from '../text/brackets';
import { tryParse } from '../text/json';
import { skipWhitespace } from '../text/whitespace';
import {
  closeFrame,
  isAfterReport,
  itemAt,
  limitedText,
  maxFastLength,
  openFrame,
  type RecordScanner,
  type ScanResult,
  syntaxErrorAt,
} from './record-scanner';
import { reportMissingBracket, reportMissingComma, reportUnexpected, scanComma } from './scan-punctuation';
import { scanObject, skipValue } from './scan-value';

/** Scans the direct content of a wrapper: its members and its closing brace. */
export function scanInWrapper(scanner: RecordScanner, character: string): ScanResult {
  if (character === ',') return scanComma(scanner);
  if (character === '}') return scanClosingBrace(scanner);
  if (character === ']' && scanner.frames.length > 1) return reportMissingBracket(scanner);
  if (character === '{' && scanner.expected === 'member-value') return scanObject(scanner, true);
  if (character === '{' && scanner.expected !== 'first') return endUnclosedWrapper(scanner);
  if (character !== '"') return reportUnexpected(scanner);
  return scanner.expected === 'separator' ? reportMissingComma(scanner) : scanMember(scanner);
}

/** After a broken record it is not reported that the wrapper around it is cut off, too. */
function endUnclosedWrapper(scanner: RecordScanner): ScanResult {
  if (!isAfterReport(scanner.initiallyExpected)) return reportMissingBracket(scanner);
  scanner.frames = scanner.frames.slice(0, -1);
  scanner.expected = 'anything';
  return 'continue';
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
  if (name === 'meta_data' && scanner.text.charAt(colon) !== ':') {
    const damaged = scanDamagedMetaData({ ...scanner, at: colon });
    if (damaged !== undefined) return damaged;
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
  const { text, at, end } = scanner;
  const inside = findTracesInMetaData(text, at);
  if (inside && inside.end <= end) {
    scanner.at = inside.key;
    return syntaxErrorAt(scanner, 'bracket-missing', {
      end: inside.key,
      reach: inside.end,
      expected: 'anything',
    });
  }
  const objectEnd = skipBrackets(text, at, Math.min(end, at + maxMetaDataLength));
  if (objectEnd !== undefined && tryParse(text.slice(at, objectEnd)) !== undefined) {
    const metaData = text.slice(at, objectEnd);
    return itemAt(scanner, {
      kind: 'count',
      end: objectEnd,
      expected: 'separator',
      trace: () => readTrace(metaData),
    });
  }
  return scanDamagedMetaData(scanner) ?? skipValue(scanner, '{');
}

/** What is damaged in `meta_data` ends where the traces begin. */
function scanDamagedMetaData(scanner: RecordScanner): ScanResult | undefined {
  const { text, at, end } = scanner;
  const traces = findTracesArray(text, at + 1, Math.min(end, at + maxMetaDataLength));
  if (traces === undefined) return undefined;
  const [error] = parseTolerantly(text.slice(0, traces.key), at).errors;
  scanner.at = error === undefined ? traces.key : Math.max(at, error.span.offset);
  return syntaxErrorAt(scanner, error?.kind === 'cut' ? 'bracket-missing' : (error?.kind ?? 'unexpected'), {
    end: traces.key,
    reach: at + maxMetaDataLength,
    expected: 'anything',
  });
}
