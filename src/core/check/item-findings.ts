import { isRecord } from '../file/items';
import type { LocatedItem } from '../file/located-traces';
import type { Trace } from '../record/trace';
import type { TextSource } from '../text/text-source';
import type { FileWideFindings } from './file-wide-findings';
import { type Finding, placeReport } from './finding';
import { type MarkedItem, noMarks } from './item-state';
import type { Mark } from './marks';
import type { GradedMatch, RuleReport, RuleRunner } from './rule-runner';

/** What reports are made from. */
export interface FindingContext {
  readonly source: TextSource;
  readonly rules: RuleRunner;
  readonly fileWide: FileWideFindings;
  readonly readEntry: (entry: LocatedItem) => Trace;
}

/** Makes the findings of items from their marks: the rules read the text again, and are asked for words and places. */
export class ItemFindings {
  private readonly kept = new WeakMap<readonly Mark[], readonly RuleReport[]>();

  constructor(private readonly context: FindingContext) {}

  /** Makes the reports of an item while what was found is at hand, and keeps them. */
  keep(marks: readonly Mark[], matches: readonly GradedMatch[]): void {
    this.kept.set(marks, this.context.rules.report(matches));
  }

  /** The findings of an item, made from the text. */
  findingsOf(marked: MarkedItem): readonly Finding[] {
    return this.toFindings(marked, this.readReports(marked));
  }

  /** The same for an item that is shown, and so asked for again and again. */
  shownFindingsOf(marked: MarkedItem): readonly Finding[] {
    return this.toFindings(marked, this.keptReports(marked));
  }

  private toFindings(marked: MarkedItem, reports: readonly RuleReport[]): readonly Finding[] {
    const { item, from, traceNumber } = marked;
    const start = from + item.lead;
    const trace = isRecord(item) ? traceNumber : undefined;
    const findings = reports.map(({ rule, severity, report }) =>
      placeReport(report, { rule, severity, start, trace }),
    );
    const mark = item.data?.fileWideMark;
    if (item.data === undefined || mark === undefined) return findings;
    const { report, relatedStart } = this.context.fileWide.reportOf(item.data);
    return [...findings, placeReport(report, { ...mark, start, trace, relatedStart })];
  }

  /**
   * The reports of an item, made once for as long as it stays as it is; only the place of a spot is not known before it
   * stands in the index.
   */
  private keptReports(marked: MarkedItem): readonly RuleReport[] {
    if (marked.item.error !== undefined) return this.readReports(marked);
    const marks = marked.item.data?.marks ?? noMarks;
    const known = this.kept.get(marks);
    if (known) return known;
    const reports = this.readReports(marked);
    this.kept.set(marks, reports);
    return reports;
  }

  /** The reports of an item, made from the text. */
  private readReports({ item, from }: MarkedItem): readonly RuleReport[] {
    const { error, length, data } = item;
    if (data === undefined || data.marks.length === 0) return [];
    const { source, rules, readEntry } = this.context;
    if (error === undefined) return rules.report(rules.findMatches(readEntry({ item, from }), item.kind));
    const offset = offsetOfParseError(from + item.lead, length, source);
    return rules.report(
      rules.matchParseError({ kind: error, span: { offset, length: Math.max(1, length) } }),
    );
  }
}

/** Where a spot without a length is shown: at the character there, at the end of the file at the last one. */
function offsetOfParseError(start: number, length: number, source: TextSource): number {
  return length === 0 && start >= source.length ? -1 : 0;
}
