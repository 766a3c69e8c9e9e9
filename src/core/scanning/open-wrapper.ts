import { isAfterReport, itemAt, type RecordScanner, type ScanResult, syntaxErrorAt } from './record-scanner';

/** @param reach first offset that the decision to enter the object did not depend on */
export function openWrapper(scanner: RecordScanner, reach: number): ScanResult {
  return itemAt(scanner, {
    kind: 'wrapper-open',
    end: scanner.at + 1,
    reach,
    frames: [...scanner.frames, 'wrapper'],
    expected: 'first',
  });
}

/** The same for a page of the API. There is none after the records of another one: that lacks its closing brackets. */
export function openPage(scanner: RecordScanner, reach: number): ScanResult {
  const traces = scanner.frames.indexOf('traces');
  return traces < 0 || scanner.expected === 'first'
    ? openWrapper(scanner, reach)
    : endUnclosedPage(scanner, traces, reach);
}

/** After a broken record it is not reported that the page around it is cut off, too. */
function endUnclosedPage(scanner: RecordScanner, traces: number, reach: number): ScanResult {
  const frames = scanner.frames.slice(0, traces - 1);
  const { initiallyExpected } = scanner;
  if (!isAfterReport(initiallyExpected) && initiallyExpected !== 'anything')
    return syntaxErrorAt(scanner, 'bracket-missing', {
      end: scanner.at,
      reach,
      frames,
      expected: 'anything',
    });
  scanner.frames = frames;
  scanner.expected = 'anything';
  scanner.seenTo = Math.max(scanner.seenTo, reach);
  return 'continue';
}
