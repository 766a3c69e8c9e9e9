import { groupBy } from '../catalog/group-by';
import { severityOf } from '../check/effective-severity';
import type { RepeatedId } from '../check/id-table';
import { type PlacedFinding, placeFindings, type RelatedPlace } from '../check/placed-finding';
import { findIdentified } from '../check/stream-check';
import { isRecord } from '../file/items';
import { positionWithin } from '../file/line-tracker';
import type { StreamedItem } from '../file/record-stream';
import type { ItemJob } from '../jobs/item-job';
import { readTrace } from '../reading/read-trace';
import type { Trace } from '../record/trace';
import { duplicateTrace } from '../rules/duplicate-trace';
import type { Report } from '../rules/rule';
import type { RuleLevels } from '../rules/severity';
import type { Localizer } from '../text/localization';
import { endOf } from '../text/span';
import { FirstCopies, type FirstCopy } from './first-copies';

/** How many traces are compared at a time, and how much of their first copies is held, in UTF-16 units. */
const maxCompared = 200_000;
const defaultMaxHeldLength = 64 * 1024 * 1024;

/** How the traces of a file are checked. */
export interface CopyChecks {
  readonly levels: RuleLevels;
  /** Whether a trace is one of those that are checked: only these are numbered. */
  readonly isMeant: (trace: Trace) => boolean;
}

/** A job that gives out findings, or is run for what it comes across. */
export type CopyJob = ItemJob<PlacedFinding, undefined>;

/** A file that was checked and can be read again. */
export interface ComparedFile {
  /** For people. */
  readonly path: string;
  readonly checks: CopyChecks;
  /** Runs a job on it, which may be left early. What cannot be read is not visited. */
  read(job: CopyJob): AsyncIterable<readonly PlacedFinding[]>;
}

export interface CompareSettings {
  readonly localizer: Localizer;
  /** Whether the comparison is still needed; otherwise it ends early. */
  isWanted(): boolean;
  /** How much of first copies is held at a time, in UTF-16 units; what is beyond that is compared after it. */
  readonly maxHeldLength?: number | undefined;
  /** The file with the number that it has in the table of ids. */
  fileAt(file: number): ComparedFile | undefined;
}

/**
 * Compares traces of a file that have been seen before with their first copies: reads both again.
 *
 * @param file the number of the file
 * @returns a finding for each, in order unless they are too many to be held
 */
export async function* compareCopies(
  file: number,
  repeated: readonly RepeatedId[],
  settings: CompareSettings,
): AsyncGenerator<readonly PlacedFinding[]> {
  for (let left = repeated; left.length > 0 && settings.isWanted(); ) {
    const firsts = await holdFirstCopies(left.slice(0, maxCompared), settings);
    const isLeft = (pair: RepeatedId, index: number) => index >= maxCompared || firsts.isLeft(pair);
    const compared = new Map(
      left.filter((pair, index) => !isLeft(pair, index)).map((pair) => [pair.ordinal, pair]),
    );
    left = left.filter(isLeft);
    yield* visitTraces(file, new Set(compared.keys()), settings, (item, trace, ordinal) => {
      const pair = compared.get(ordinal);
      if (pair === undefined) return none;
      return [...findingsOf({ item, trace, first: firsts.find(pair), file, pair }, settings)];
    });
  }
}

async function holdFirstCopies(
  repeated: readonly RepeatedId[],
  settings: CompareSettings,
): Promise<FirstCopies> {
  const firsts = new FirstCopies(settings.maxHeldLength ?? defaultMaxHeldLength);
  const byFile = [...groupBy(repeated, ({ firstFile }) => firstFile)].sort(([one], [other]) => one - other);
  for (const [file, ofFile] of byFile) {
    if (firsts.isFull) break;
    const ordinals = new Set(ofFile.map(({ firstOrdinal }) => firstOrdinal));
    const visited = visitTraces(file, ordinals, settings, ({ text, position }, _, ordinal) => {
      firsts.hold({ firstFile: file, firstOrdinal: ordinal }, { text, position });
      return none;
    });
    while (!(await visited.next()).done && !firsts.isFull);
    // The rest of the file is not read, so it is closed
    await visited.return(undefined);
  }
  return firsts;
}

type Visit = (item: StreamedItem, trace: Trace, ordinal: number) => readonly PlacedFinding[];

/** Reads a file up to the last of the traces with the given ordinals. */
async function* visitTraces(
  file: number,
  ordinals: ReadonlySet<number>,
  { fileAt, isWanted }: CompareSettings,
  visit: Visit,
): AsyncGenerator<readonly PlacedFinding[], undefined> {
  const compared = fileAt(file);
  if (compared === undefined) return;
  let ordinal = 0;
  let left = ordinals.size;
  const add = (item: StreamedItem) => {
    const identified = left === 0 ? undefined : findIdentified(item);
    if (identified === undefined || !compared.checks.isMeant(identified.trace)) return none;
    const at = ordinal++;
    if (!ordinals.has(at)) return none;
    left--;
    return visit(item, identified.trace, at);
  };
  for await (const parts of compared.read({ add, end: () => none, result: () => undefined })) {
    yield parts;
    if (left === 0 || !isWanted()) return;
  }
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
  const firstPath = pair.firstFile === file ? undefined : settings.fileAt(pair.firstFile)?.path;
  const { localizer, fileAt } = settings;
  const levels = fileAt(file)?.checks.levels ?? {};
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
