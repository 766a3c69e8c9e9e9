import { isRecord } from '../file/items';
import type { LocatedItem } from '../file/located-traces';
import type { Trace } from '../record/trace';
import { touches } from '../text/span';
import type { TextSource } from '../text/text-source';
import type { FileWideFindings } from './file-wide-findings';
import { type Finding, type Placement, placeReport, sortByPlace } from './finding';
import { type ItemState, type MarkedItem, marksOf, stateOf } from './item-state';
import type { GradedMatch, RuleReport, RuleRunner } from './rule-runner';

export interface FindingContext {
  readonly source: TextSource;
  readonly rules: RuleRunner;
  readonly fileWide: FileWideFindings;
  readonly readEntry: (entry: LocatedItem) => Trace;
}

/** The findings of an item as they were shown last, and where it was. */
interface Shown extends Pick<MarkedItem, 'from' | 'traceNumber'> {
  readonly findings: readonly Finding[];
}

/** Makes the findings of items that have marks: runs the rules on the text again to get messages and positions. */
export class ItemFindings {
  private readonly cachedReports = new WeakMap<ItemState, readonly RuleReport[]>();
  private readonly shown = new WeakMap<ItemState, Shown>();

  constructor(private readonly context: FindingContext) {}

  /** Makes and caches the reports of an item while its matches are available. */
  cache(state: ItemState, matches: readonly GradedMatch[]): void {
    this.cachedReports.set(
      state,
      matches.map((match) => this.context.rules.reportOf(match)),
    );
  }

  /**
   * The findings of an item in document order, made one by one; nothing is added to the cache.
   *
   * @param areAccepted whether those that are accepted are meant, or those that are not
   */
  eachFindingOf(marked: MarkedItem, areAccepted = false): Iterable<Finding> {
    const marks = marksOf(marked.item);
    const fileWide = this.findFileWide(marked);
    const ofItem = this.makersOf(marked);
    const makers = fileWide === undefined ? ofItem : [...ofItem, () => fileWide];
    return inOrder(makers.filter((_, index) => marks[index]?.isAccepted === areAccepted));
  }

  /** Those of its findings that touch an offset, in document order; none of an item with thousands. */
  findingsAt(marked: MarkedItem, offset: number, areAccepted = false): readonly Finding[] {
    if (marksOf(marked.item).length > maxHeld) return [];
    return [...this.eachFindingOf(marked, areAccepted)].filter(({ span }) => touches(span, offset));
  }

  /** The findings of an item that is shown and thus requested repeatedly: cached. */
  shownFindingsOf(marked: MarkedItem): readonly Finding[] {
    const { item, from, traceNumber } = marked;
    const { error } = item;
    const state = stateOf(item);
    // Those of a syntax error and of the whole file depend on more than the place of the item
    if (state === undefined || error !== undefined || state.fileWideMark !== undefined)
      return this.toFindings(marked, this.reportsOf(marked));
    const known = this.shown.get(state);
    if (known?.from === from && known.traceNumber === traceNumber) return known.findings;
    const findings = this.toFindings(marked, this.reportsOf(marked));
    this.shown.set(state, { from, traceNumber, findings });
    return findings;
  }

  private makersOf(marked: MarkedItem): readonly (() => Finding)[] {
    const toFinding = placer(marked);
    const state = stateOf(marked.item);
    const cached = state && this.cachedReports.get(state);
    if (cached) return cached.map((report) => () => toFinding(report));
    return this.matchesOf(marked).map((match) => () => toFinding(this.context.rules.reportOf(match)));
  }

  private toFindings(marked: MarkedItem, reports: readonly RuleReport[]): readonly Finding[] {
    const findings = reports.map(placer(marked));
    const fileWide = this.findFileWide(marked);
    return fileWide === undefined ? findings : [...findings, fileWide];
  }

  private findFileWide(marked: MarkedItem): Finding | undefined {
    const state = stateOf(marked.item);
    if (state?.fileWideMark === undefined) return undefined;
    const { report, relatedStart } = this.context.fileWide.reportOf(state);
    return placeReport(report, { ...state.fileWideMark, ...placeOf(marked), relatedStart });
  }

  /**
   * The reports of an item, cached as long as it is unchanged. Those of syntax errors are not cached, since their span
   * depends on the position in the file.
   */
  private reportsOf(marked: MarkedItem): readonly RuleReport[] {
    const { error } = marked.item;
    const state = stateOf(marked.item);
    if (state === undefined || error !== undefined) return this.makeReports(marked);
    const cached = this.cachedReports.get(state);
    if (cached) return cached;
    const reports = this.makeReports(marked);
    this.cachedReports.set(state, reports);
    return reports;
  }

  private makeReports(marked: MarkedItem): readonly RuleReport[] {
    return this.matchesOf(marked).map((match) => this.context.rules.reportOf(match));
  }

  private matchesOf({ item, from }: MarkedItem): readonly GradedMatch[] {
    const { error, length } = item;
    const state = stateOf(item);
    if (state === undefined || state.marks.length === 0) return [];
    const { source, rules, readEntry } = this.context;
    if (error === undefined) return rules.findMatches(readEntry({ item, from }), item.kind, state.marks);
    const offset = offsetOfParseError(from + item.lead, length, source);
    return rules.matchParseError({ kind: error, span: { offset, length: Math.max(1, length) } });
  }
}

/** Of an item with more findings than this, only their offsets are held at a time. */
const maxHeld = 1000;

/** Makes findings by their place; those at the same offset stay in order. */
function* inOrder(makers: readonly (() => Finding)[]): Iterable<Finding> {
  if (makers.length <= maxHeld) {
    yield* sortByPlace(makers.map((make) => make()));
    return;
  }
  const offsets = Float64Array.from(makers, (make) => make().span.offset);
  const order = Uint32Array.from(makers.keys());
  order.sort((one, other) => (offsets[one] ?? 0) - (offsets[other] ?? 0) || one - other);
  for (const index of order) {
    const make = makers[index];
    if (make !== undefined) yield make();
  }
}

function placeOf({ item, from, traceNumber }: MarkedItem): Pick<Placement, 'start' | 'trace'> {
  return { start: from + item.lead, trace: isRecord(item) ? traceNumber : undefined };
}

function placer(marked: MarkedItem): (report: RuleReport) => Finding {
  const place = placeOf(marked);
  return ({ rule, severity, report }) => placeReport(report, { rule, severity, ...place });
}

/**
 * Offset of the span of a syntax error from its start. An error without a length is shown at its character, or at the
 * last one at the end of the file.
 */
function offsetOfParseError(start: number, length: number, source: TextSource): number {
  return length === 0 && start >= source.length ? -1 : 0;
}
