import { groupBy } from '../../core/catalog/group-by';
import { severityOf } from '../../core/check/effective-severity';
import type { RepeatedId } from '../../core/check/id-table';
import { type PlacedFinding, placeFindings, type RelatedPlace } from '../../core/check/placed-finding';
import { findIdentified } from '../../core/check/stream-check';
import { isRecord } from '../../core/file/items';
import { positionWithin } from '../../core/file/line-tracker';
import type { StreamedItem } from '../../core/file/record-stream';
import type { ItemJob } from '../../core/jobs/item-job';
import { readTrace } from '../../core/reading/read-trace';
import type { Trace } from '../../core/record/trace';
import { duplicateTrace } from '../../core/rules/duplicate-trace';
import type { Report } from '../../core/rules/rule';
import type { RuleLevels } from '../../core/rules/severity';
import type { Position } from '../../core/text/lines';
import type { Localizer } from '../../core/text/localization';
import { endOf } from '../../core/text/span';
import type { Input } from '../input/find-inputs';
import type { StandardInput } from '../input/standard-input';
import { runJob } from './run-job';

/** How many traces are compared at a time, and how much of their first copies is held at most, in UTF-16 units. */
const maxCompared = 5000;
const maxHeldLength = 64 * 1024 * 1024;

export interface CompareSettings {
  readonly localizer: Localizer;
  readonly levels: RuleLevels;
  readonly stdin: StandardInput;
  /** The input with the number that it has in the table of ids. */
  inputOf(file: number): Input | undefined;
}

/** A first copy, and where it is. */
interface FirstCopy {
  readonly text: string;
  readonly position: Position;
}

/** By file and ordinal. */
type FirstCopies = ReadonlyMap<number, ReadonlyMap<number, FirstCopy>>;

/**
 * Compares traces of a file that have been seen before with their first copies: reads both again.
 *
 * @param file the number of the file
 * @returns a finding for each, in order
 */
export async function compareCopies(
  file: number,
  repeated: readonly RepeatedId[],
  settings: CompareSettings,
): Promise<readonly PlacedFinding[]> {
  const found: PlacedFinding[] = [];
  for (let from = 0; from < repeated.length; from += maxCompared) {
    const compared = repeated.slice(from, from + maxCompared);
    const firsts = await readFirstCopies(compared, settings);
    const byOrdinal = new Map(compared.map((each) => [each.ordinal, each]));
    await visitTraces(file, new Set(byOrdinal.keys()), settings, (item, trace, ordinal) => {
      const pair = byOrdinal.get(ordinal);
      if (pair === undefined) return;
      const first = firsts.get(pair.firstFile)?.get(pair.firstOrdinal);
      found.push(...findingsOf({ item, trace, first, file, pair }, settings));
    });
  }
  return found;
}

async function readFirstCopies(
  repeated: readonly RepeatedId[],
  settings: CompareSettings,
): Promise<FirstCopies> {
  const copies = new Map<number, Map<number, FirstCopy>>();
  let length = 0;
  for (const [file, ofFile] of groupBy(repeated, ({ firstFile }) => firstFile)) {
    const held = new Map<number, FirstCopy>();
    copies.set(file, held);
    const ordinals = new Set(ofFile.map(({ firstOrdinal }) => firstOrdinal));
    await visitTraces(file, ordinals, settings, ({ text, position }, _, ordinal) => {
      length += text.length;
      // A copy, as a part of a string would hold all of it
      if (length <= maxHeldLength) held.set(ordinal, { text: Buffer.from(text).toString(), position });
    });
  }
  return copies;
}

type Visit = (item: StreamedItem, trace: Trace, ordinal: number) => void;

/** Reads a file for the traces with the given ordinals. What cannot be read is not visited. */
async function visitTraces(
  file: number,
  ordinals: ReadonlySet<number>,
  { inputOf, stdin }: CompareSettings,
  visit: Visit,
): Promise<void> {
  const input = inputOf(file);
  if (input === undefined) return;
  let ordinal = 0;
  const add = (item: StreamedItem) => {
    const identified = findIdentified(item);
    if (identified === undefined) return none;
    if (ordinals.has(ordinal)) visit(item, identified.trace, ordinal);
    ordinal++;
    return none;
  };
  const job: ItemJob<never, undefined> = { add, end: () => none, result: () => undefined };
  const run = runJob(input, () => job, stdin);
  while (!(await run.next()).done);
}

const none: readonly never[] = [];

interface Compared {
  readonly item: StreamedItem;
  readonly trace: Trace;
  /** `undefined` if it could not be read again. */
  readonly first: FirstCopy | undefined;
  readonly file: number;
  readonly pair: RepeatedId;
}

function* findingsOf(
  { item, trace, first, file, pair }: Compared,
  settings: CompareSettings,
): Iterable<PlacedFinding> {
  const firstPath = pair.firstFile === file ? undefined : settings.inputOf(pair.firstFile)?.path;
  const { levels, localizer } = settings;
  const place = { item, trace: isRecord(item) ? item.number : undefined };
  if (first === undefined) {
    const report = duplicateTrace.reportUncompared(trace, firstPath, localizer);
    const severity = severityOf(duplicateTrace, undefined, levels);
    yield* placeFindings([{ rule: duplicateTrace.id, severity, report }], place);
    return;
  }
  const firstTrace = readTrace(first.text);
  const isSame = first.text === trace.text || duplicateTrace.isSame(trace, firstTrace);
  const report = duplicateTrace.report(
    { trace, first: firstTrace, isSame, ...(firstPath && { firstPath }) },
    localizer,
  );
  const severity = severityOf(duplicateTrace, duplicateTrace.severityOf(isSame), levels);
  for (const finding of placeFindings([{ rule: duplicateTrace.id, severity, report }], place))
    yield withRelated(finding, report, { first, firstPath });
}

/** A finding with the place of the first copy, and its line in the message if it is in another one of the same file. */
function withRelated(
  finding: PlacedFinding,
  { related = [], aroundLine }: Report,
  { first, firstPath }: { readonly first: FirstCopy; readonly firstPath: string | undefined },
): PlacedFinding {
  const places = related.map(({ message, span }): RelatedPlace => {
    const at = (offset: number) => positionWithin(first.text, first.position, offset);
    return { message, path: firstPath, position: at(span.offset), end: at(endOf(span)) };
  });
  const line = places[0]?.position.line;
  const isElsewhere = firstPath === undefined && line !== undefined && line !== finding.start.line;
  const message = isElsewhere && aroundLine ? aroundLine.join(String(line + 1)) : finding.message;
  return { ...finding, message, related: places };
}
