import { isRecord } from '../file/items';
import type { PlacedItem } from '../file/located-traces';
import type { Trace } from '../record/trace';
import type { TextSource } from '../text/text-source';
import type { FileWide } from './file-wide-findings';
import { type Finding, placeReport } from './finding';
import { type MarkedItem, noMarks } from './item-state';
import type { Mark } from './marks';
import type { RuleReport, RuleRun, RuleSighting } from './rule-runner';

/** What reports are made from. */
export interface ReportGround {
  readonly source: TextSource;
  readonly rules: RuleRun;
  readonly wide: FileWide;
  readonly readEntry: (entry: PlacedItem) => Trace;
}

/** Makes the findings of items from their marks: the rules read the text again, and are asked for words and places. */
export class ItemReports {
  private readonly kept = new WeakMap<readonly Mark[], readonly RuleReport[]>();

  constructor(private readonly ground: ReportGround) {}

  /** Makes the reports of an item while what was found is at hand, and keeps them. */
  keep(marks: readonly Mark[], sightings: readonly RuleSighting[]): void {
    this.kept.set(marks, this.ground.rules.report(sightings));
  }

  /** The findings of an item, made from the text. */
  findingsOf(marked: MarkedItem): readonly Finding[] {
    return this.place(marked, this.readReports(marked));
  }

  /** The same for an item that is shown, and so asked for again and again. */
  shownFindingsOf(marked: MarkedItem): readonly Finding[] {
    return this.place(marked, this.keptReports(marked));
  }

  private place(marked: MarkedItem, reports: readonly RuleReport[]): readonly Finding[] {
    const { item, from, traceNumber } = marked;
    const start = from + item.lead;
    const trace = isRecord(item) ? traceNumber : undefined;
    const findings = reports.map(({ rule, severity, report }) =>
      placeReport(report, { rule, severity, start, trace }),
    );
    const mark = item.note?.wideMark;
    if (item.note === undefined || mark === undefined) return findings;
    const { report, relatedStart } = this.ground.wide.reportOf(item.note);
    return [...findings, placeReport(report, { ...mark, start, trace, relatedStart })];
  }

  /**
   * The reports of an item, made once for as long as it stays as it is; only the place of a spot is not known before it
   * stands in the index.
   */
  private keptReports(marked: MarkedItem): readonly RuleReport[] {
    if (marked.item.problem !== undefined) return this.readReports(marked);
    const marks = marked.item.note?.marks ?? noMarks;
    const known = this.kept.get(marks);
    if (known) return known;
    const reports = this.readReports(marked);
    this.kept.set(marks, reports);
    return reports;
  }

  /** The reports of an item, made from the text. */
  private readReports({ item, from }: MarkedItem): readonly RuleReport[] {
    const { problem, length, note } = item;
    if (note === undefined || note.marks.length === 0) return [];
    const { source, rules, readEntry } = this.ground;
    if (problem === undefined) return rules.report(rules.sight(readEntry({ item, from }), item.kind));
    const offset = placeOfSpot(from + item.lead, length, source);
    return rules.report(rules.sightSpot({ kind: problem, span: { offset, length: Math.max(1, length) } }));
  }
}

/** Where a spot without a length is shown: at the character there, at the end of the file at the last one. */
function placeOfSpot(start: number, length: number, source: TextSource): number {
  return length === 0 && start >= source.length ? -1 : 0;
}
