import { readTrace } from '../reading/read-trace';
import { classifyKeys, type RecordKind } from '../reading/record-kind';
import { type ParsedObject, parseTolerantly } from '../reading/tolerant-parser';
import { farSearch, findValidRecord, nearSearch, type SearchLimits } from '../reading/valid-record';
import { followsWrapperKey, wrapsOneTrace } from '../reading/wrapper-members';
import { openPage, openWrapper } from './open-wrapper';
import {
  isAlreadyReported,
  itemAt,
  limitedText,
  maxFastLength,
  type RecordScanner,
  type ScanResult,
} from './record-scanner';
import { type Expected, expectedAfterValue, type Frame } from './scan-state';

/** An object or array as it was parsed, and where it had to end at the latest. */
interface Damaged {
  readonly parsed: ParsedObject;
  /** Where a valid record begins that it would have swallowed; `undefined` if there is none. */
  readonly next: number | undefined;
  /** The first offset that did not influence the result. */
  readonly reach: number;
}

/** Scans an object that is long or not valid JSON. */
export function scanDamagedObject(scanner: RecordScanner, mayWrap: boolean): ScanResult {
  const stopAtTraces = (keys: ReadonlySet<string>): boolean => mayWrap && classifyKeys(keys) !== 'trace';
  const damaged = parseDamaged(scanner, stopAtTraces);
  const { parsed } = damaged;
  if (parsed.tracesAt !== undefined) return openPage(scanner, damaged.reach);
  const kind = classifyKeys(new Set(parsed.fields.map((field) => field.name)));
  const wraps = parsed.fields.some(({ name, type }) => {
    const mayBeObject = type === 'object' || (type === undefined && damaged.next !== undefined);
    return mayBeObject && mayHoldTraces(name, parsed);
  });
  const isWrapper = wraps || (damaged.next !== undefined && followsWrapperKey(scanner.text, damaged.next));
  if (kind !== 'trace' && kind !== 'digest' && mayWrap && isWrapper)
    return openWrapper(scanner, damaged.reach);
  return itemOfDamaged(scanner, damaged, kind);
}

/** Scans an array or object that can be no record. */
export function scanDamagedValue(scanner: RecordScanner): ScanResult {
  return itemOfDamaged(scanner, parseDamaged(scanner, undefined), 'other');
}

/** Parses up to an offset. */
type Parse = (limit: number) => ParsedObject;

/**
 * Parses what is damaged. A bracket or quotation mark that is lost makes a parser read on into the records after it, so
 * what it reads ends before the first valid record.
 */
function parseDamaged(
  scanner: RecordScanner,
  stopAtTraces: ((keys: ReadonlySet<string>) => boolean) | undefined,
): Damaged {
  const { at, end } = scanner;
  const text = limitedText(scanner);
  const options = stopAtTraces === undefined ? {} : { stopAtTraces };
  const parse: Parse = (limit) =>
    parseTolerantly(limit === text.length ? text : text.slice(0, limit), at, options);
  const window = Math.min(end, at + maxFastLength);
  const near = parse(window);
  const isLong = near.isCut && window < end;
  if (isLong ? near.errors.length > 1 : hasErrors(near)) {
    const limited = endBeforeRecord(
      { text, at, to: isLong ? window : near.end, limits: nearSearch },
      near,
      parse,
    );
    if (limited.next !== undefined || !isLong) return limited;
  }
  const whole = isLong ? parse(end) : near;
  if (isLong && hasErrors(whole))
    return endBeforeRecord({ text, at, to: whole.end, limits: farSearch }, whole, parse);
  return { parsed: whole, next: undefined, reach: Math.max(whole.reach, at + maxFastLength) };
}

function hasErrors({ isClosed, errors }: ParsedObject): boolean {
  return !isClosed || errors.length > 0;
}

interface Range {
  readonly text: string;
  readonly at: number;
  readonly to: number;
  readonly limits: SearchLimits;
}

/** The damaged object as it was parsed, or up to the first valid record in it. */
function endBeforeRecord({ text, at, to, limits }: Range, whole: ParsedObject, parse: Parse): Damaged {
  let reach = Math.max(whole.reach, at + maxFastLength);
  let from = at + 1;
  for (;;) {
    const search = findValidRecord(text, from, to, limits);
    const { record } = search;
    reach = Math.max(reach, search.reach);
    if (record === undefined) return { parsed: whole, next: undefined, reach };
    const parsed = parse(record.start);
    if (record.kind !== 'trace' || !isRestOf(parsed, record.keys))
      return { parsed, next: record.start, reach };
    from = record.end;
  }
}

/** Whether an object is what a stray brace cut off from a record: together they have each key once. */
function isRestOf({ fields }: ParsedObject, keys: readonly string[]): boolean {
  const own = new Set(fields.map(({ name }) => name));
  return classifyKeys(own) !== 'other' && !keys.some((key) => own.has(key));
}

/** An object under `traces` is an array that lost its opening bracket. */
function mayHoldTraces(name: string, { errors }: ParsedObject): boolean {
  return wrapsOneTrace(name) || (name === 'traces' && errors.length > 0);
}

function itemOfDamaged(
  scanner: RecordScanner,
  { parsed, next, reach }: Damaged,
  kind: RecordKind,
): ScanResult {
  const isAtEnd = parsed.isCut && next === undefined;
  const end = isAtEnd ? scanner.end : parsed.end;
  const text = scanner.text.slice(scanner.at, end);
  const frames = isAtEnd ? [] : scanner.frames;
  // What is left of a record that broke off on this line is not reported again
  const isRest = kind === 'other' && isAlreadyReported(scanner);
  return itemAt(scanner, {
    kind: isRest ? 'syntax-error' : kind,
    end,
    reach,
    frames,
    expected: expectedAfterDamaged(frames, parsed, isAtEnd),
    ...(isRest ? {} : { isBroken: hasErrors(parsed), trace: () => readTrace(text) }),
  });
}

function expectedAfterDamaged(
  frames: readonly Frame[],
  { isClosed, errors }: ParsedObject,
  isAtEnd: boolean,
): Expected {
  if (!isClosed && !isAtEnd) return 'rest-of-record';
  if (!isAtEnd && errors.length > 0) return 'after-broken-record';
  return expectedAfterValue(frames);
}
