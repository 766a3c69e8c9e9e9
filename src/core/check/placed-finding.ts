import { positionFinder } from '../file/line-tracker';
import type { StreamedItem } from '../file/record-stream';
import type { EditFix } from '../rules/rule';
import type { Severity } from '../rules/severity';
import type { Position } from '../text/lines';
import { endOf } from '../text/span';
import { editsOf, shiftEdits } from './finding';
import { identify, type TracePlace } from './finding-identity';
import type { RuleReport } from './rule-runner';

/** A finding with lines and columns, as plain data that can be passed to another thread. All numbers count from 0. */
export interface PlacedFinding extends TracePlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Number of the trace in its file; `undefined` if it is in none. */
  readonly trace: number | undefined;
  readonly start: Position;
  readonly end: Position;
  /** From the start of the text, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  /** Those that edit the record; spans count from the start of the text. */
  readonly fixes: readonly EditFix[];
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly message: string;
  /** The file that it is in, if not that of the finding. */
  readonly path: string | undefined;
  readonly position: Position;
  readonly end: Position;
}

/** What reports on an item lack to be findings. */
export interface FindingPlace {
  /** The item that the spans of the reports count from. */
  readonly item: Pick<StreamedItem, 'start' | 'position' | 'positionBefore' | 'text' | 'trace'>;
  readonly trace: number | undefined;
}

export function placeFindings(reports: readonly RuleReport[], place: FindingPlace): readonly PlacedFinding[] {
  const { item, trace } = place;
  const record = trace === undefined ? undefined : item.trace?.();
  const places = identify(
    reports.map(({ report }) => report),
    record,
  );
  const findPosition = positionFinder(item.text, item.position, reports.length);
  return reports.map((each, index) => ({
    ...placeReport(each, item, findPosition),
    ...(places[index] ?? nowhere),
    trace,
  }));
}

const nowhere: TracePlace = { traceId: undefined, keyPath: undefined };

function placeReport(
  { rule, severity, report }: RuleReport,
  item: FindingPlace['item'],
  findPosition: (offset: number) => Position,
) {
  const { span, message, fixes = [] } = report;
  const at = (offset: number) => (offset < 0 ? item.positionBefore : findPosition(offset));
  return {
    rule,
    severity,
    message,
    start: at(span.offset),
    end: at(endOf(span)),
    offset: item.start + span.offset,
    length: span.length,
    fixes: editsOf({ fixes }).map((fix) => shiftEdits(fix, item.start)),
    related: [],
  };
}

/** Sorts by place; findings at the same one stay in the order of the rules. */
export function sortPlaced(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return findings.length < 2 ? findings : [...findings].sort((one, other) => one.offset - other.offset);
}
