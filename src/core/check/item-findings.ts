import { isRecord } from '../file/items';
import type { LocatedItem } from '../file/located-traces';
import type { Trace } from '../record/trace';
import type { TextSource } from '../text/text-source';
import type { FileWideFindings } from './file-wide-findings';
import { type Finding, placeReport } from './finding';
import type { Mark } from './finding-marks';
import { type MarkedItem, noMarks } from './item-state';
import type { GradedMatch, RuleReport, RuleRunner } from './rule-runner';

export interface FindingContext {
  readonly source: TextSource;
  readonly rules: RuleRunner;
  readonly fileWide: FileWideFindings;
  readonly readEntry: (entry: LocatedItem) => Trace;
}

/** Makes the findings of items that have marks: runs the rules on the text again to get messages and positions. */
export class ItemFindings {
  private readonly cachedReports = new WeakMap<readonly Mark[], readonly RuleReport[]>();

  constructor(private readonly context: FindingContext) {}

  /** Makes and caches the reports of an item while its matches are available. */
  cache(marks: readonly Mark[], matches: readonly GradedMatch[]): void {
    this.cachedReports.set(marks, this.context.rules.report(matches));
  }

  /** The findings of an item, made from the text without the cache. */
  findingsOf(marked: MarkedItem): readonly Finding[] {
    return this.toFindings(marked, this.makeReports(marked));
  }

  /** The findings of an item that is shown and thus requested repeatedly: cached. */
  shownFindingsOf(marked: MarkedItem): readonly Finding[] {
    return this.toFindings(marked, this.reportsOf(marked));
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
   * The reports of an item, cached as long as it is unchanged. Those of syntax errors are not cached, since their span
   * depends on the position in the file.
   */
  private reportsOf(marked: MarkedItem): readonly RuleReport[] {
    if (marked.item.error !== undefined) return this.makeReports(marked);
    const marks = marked.item.data?.marks ?? noMarks;
    const cached = this.cachedReports.get(marks);
    if (cached) return cached;
    const reports = this.makeReports(marked);
    this.cachedReports.set(marks, reports);
    return reports;
  }

  private makeReports({ item, from }: MarkedItem): readonly RuleReport[] {
    const { error, length, data } = item;
    if (data === undefined || data.marks.length === 0) return [];
    const { source, rules, readEntry } = this.context;
    if (error === undefined)
      return rules.report(rules.findMatches(readEntry({ item, from }), item.kind, data.marks));
    const offset = offsetOfParseError(from + item.lead, length, source);
    return rules.report(
      rules.matchParseError({ kind: error, span: { offset, length: Math.max(1, length) } }),
    );
  }
}

/**
 * Offset of the span of a syntax error from its start. An error without a length is shown at its character, or at the
 * last one at the end of the file.
 */
function offsetOfParseError(start: number, length: number, source: TextSource): number {
  return length === 0 && start >= source.length ? -1 : 0;
}
