import { DamagedTrace } from '../reading/damaged-trace';
import type { ParsedObject, ParseOptions } from '../reading/parse-state';
import { readTrace } from '../reading/read-trace';
import { classifyKeys, type RecordKind } from '../reading/record-kind';
import { parseMembers, type SplitMembers } from '../reading/split-members';
import { indentOf } from '../reading/stray-braces';
import { parseTolerantly } from '../reading/tolerant-parser';
import { farSearch, findValidRecord, nearSearch, type SearchLimits } from '../reading/valid-record';
import { followsWrapperKey, wrapsOneTrace } from '../reading/wrapper-members';
import type { Trace } from '../record/trace';
import { isObject } from '../text/json';
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
  /** Offsets count from its opening bracket. */
  readonly parsed: ParsedObject;
  /** Where a valid record begins that it would have swallowed; `undefined` if there is none. */
  readonly next: number | undefined;
  /** The first offset that did not influence the result. */
  readonly reach: number;
}

/**
 * Scans an object that is long or not valid JSON.
 *
 * @param split its members as far as they look valid
 */
export function scanDamagedObject(scanner: RecordScanner, mayWrap: boolean, split: SplitMembers): ScanResult {
  const members = parseMembers(scanner.text, scanner.at, split);
  const stopAtTraces = (keys: ReadonlySet<string>): boolean => mayWrap && classifyKeys(keys) !== 'trace';
  // The parser has to come across members that it may stop at
  const mayStop = members?.keys.some((key) => key === 'traces' || key === 'meta_data') === true;
  const damaged = parseDamaged(scanner, { stopAtTraces, members: mayStop ? undefined : members });
  const { parsed } = damaged;
  if (parsed.tracesAt !== undefined) return openPage(scanner, damaged.reach);
  const kind = classifyKeys(namesIn(parsed));
  const isRecord = kind === 'trace' || kind === 'digest';
  if (!isRecord && mayWrap && isWrapper(scanner, damaged)) return openWrapper(scanner, damaged.reach);
  return itemOfDamaged(scanner, damaged, kind);
}

/** Scans an array or object that can be no record. */
export function scanDamagedValue(scanner: RecordScanner): ScanResult {
  return itemOfDamaged(scanner, parseDamaged(scanner, {}), 'other');
}

function namesIn({ members, fields }: ParsedObject): ReadonlySet<string> {
  const names = new Set(members?.keys);
  for (const { name } of fields) names.add(name);
  return names;
}

function isWrapper(scanner: RecordScanner, { parsed, next }: Damaged): boolean {
  const { members, fields } = parsed;
  if (next !== undefined && followsWrapperKey(scanner.text, next)) return true;
  if (members?.keys.some((key) => isObject(members.object[key]) && mayHoldTraces(key, parsed))) return true;
  return fields.some(({ name, type }) => {
    const mayBeObject = type === 'object' || (type === undefined && next !== undefined);
    return mayBeObject && mayHoldTraces(name, parsed);
  });
}

/** Parses up to an offset. */
type Parse = (limit: number) => ParsedObject;

/**
 * Parses what is damaged. A bracket or quotation mark that is lost makes a parser read on into the records after it, so
 * what it reads ends before the first valid record.
 */
function parseDamaged(scanner: RecordScanner, options: ParseOptions): Damaged {
  const { at, end } = scanner;
  const text = limitedText(scanner);
  const parse = parserOf(text, at, options);
  const window = Math.min(end, at + maxFastLength);
  const near = parse(window);
  const isLong = near.isCut && window < end;
  if (isLong ? near.errors.length > 1 : hasErrors(near)) {
    const to = isLong ? window : at + near.end;
    const limited = endBeforeRecord({ text, at, to, limits: nearSearch }, near, parse);
    if (limited.next !== undefined || !isLong) return limited;
  }
  const whole = isLong ? parse(end) : near;
  if (isLong && hasErrors(whole))
    return endBeforeRecord({ text, at, to: at + whole.end, limits: farSearch }, whole, parse);
  return { parsed: whole, next: undefined, reach: reachOf(whole, at) };
}

function parserOf(text: string, at: number, { members, stopAtTraces }: ParseOptions): Parse {
  const indent = (): number => indentOf(text, at);
  const end = at + (members?.end ?? 0);
  return (limit) => {
    const options = { stopAtTraces, indent, members: end <= limit ? members : undefined };
    return parseTolerantly(text.slice(at, limit), 0, options);
  };
}

function reachOf({ reach }: ParsedObject, at: number): number {
  return at + Math.max(reach, maxFastLength);
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
  let reach = reachOf(whole, at);
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
function isRestOf(parsed: ParsedObject, keys: readonly string[]): boolean {
  const own = namesIn(parsed);
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
  const end = isAtEnd ? scanner.end : scanner.at + parsed.end;
  const text = scanner.text.slice(scanner.at, end);
  const frames = isAtEnd ? [] : scanner.frames;
  // Neither what follows nor an indentation had an influence
  const isParsedAlone = isAtEnd && (scanner.at === 0 || scanner.text.charAt(scanner.at - 1) === '\n');
  // What is left of a record that broke off on this line is not reported again
  const isRest = kind === 'other' && isAlreadyReported(scanner);
  return itemAt(scanner, {
    kind: isRest ? 'syntax-error' : kind,
    end,
    reach,
    frames,
    expected: expectedAfterDamaged(frames, parsed, isAtEnd),
    ...(isRest ? {} : { isBroken: hasErrors(parsed), trace: () => readDamaged(text, parsed, isParsedAlone) }),
  });
}

/** What the text of the item by itself makes a record of. */
function readDamaged(text: string, parsed: ParsedObject, isParsedAlone: boolean): Trace {
  if (!hasErrors(parsed)) return readTrace(text);
  const { members } = parsed;
  return new DamagedTrace(text, isParsedAlone ? parsed : parseTolerantly(text, 0, { members }));
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
