import { isRecord } from '../file/items';
import type { StreamedItem } from '../file/record-stream';
import type { Trace } from '../record/trace';
import { duplicateTrace } from '../rules/duplicate-trace';
import { pageCount } from '../rules/page-count';
import type { CheckSettings } from './check-settings';
import { levelOf, severityOf } from './effective-severity';
import { IdList } from './id-list';
import { PageReducer, takeItem } from './page-reducer';
import { type PlacedFinding, placeFindings, sortPlaced } from './placed-finding';
import { type GradedMatch, RuleRunner } from './rule-runner';

/** The `meta_data` of a page, with its count of records. */
interface DeclaredCount {
  readonly item: StreamedItem;
  readonly meta: Trace;
  readonly declared: number;
}

/** Before the first intact trace of a file it is not certain that it is a trace file: so many findings are held back. */
const maxHeldBack = 100_000;
/** Wrong counts of pages are given out at the end, in order, unless there are so many. */
const maxWrongCounts = 10_000;

/**
 * Checks the items of one file one after another, with bounded memory. Finds what the check of the whole file does, but
 * for traces that stand twice: these are found by their ids across all files of a run.
 */
export class StreamCheck {
  private readonly rules: RuleRunner;
  private readonly pages: PageReducer<DeclaredCount>;
  private readonly checksDuplicates: boolean;
  private readonly checksPageCounts: boolean;
  private wrongCounts: PlacedFinding[] = [];
  private heldBack: PlacedFinding[] = [];
  private hasTrace = false;
  /** The ids of the traces that have one, in order; none if rule `duplicate-trace` is off. */
  readonly ids = new IdList();
  /** How many findings could not be held back, and are not given out. */
  unlisted = 0;

  /** @param isMeant says which traces are checked; others are only counted */
  constructor(
    private readonly settings: CheckSettings,
    private readonly isMeant: (trace: Trace) => boolean = () => true,
  ) {
    this.rules = new RuleRunner(settings);
    this.checksDuplicates = levelOf(duplicateTrace, settings.levels) !== 'off';
    this.checksPageCounts = levelOf(pageCount, settings.levels) !== 'off';
    this.pages = new PageReducer((count, actual) => this.compareCount(count, actual));
    this.pages.take('top');
  }

  /** @returns the findings in the item, in order, after those that were held back; then wrong counts if they are many */
  add(item: StreamedItem): readonly PlacedFinding[] {
    const found = this.check(item);
    if (item.kind === 'trace') this.hasTrace = true;
    if (this.hasTrace && this.heldBack.length === 0) return this.withWrongCounts(found);
    if (this.heldBack.length + found.length <= maxHeldBack)
      for (const each of found) this.heldBack.push(each);
    else this.unlisted += found.length;
    return this.hasTrace ? this.release() : none;
  }

  /** @returns the findings that need the whole file, in order */
  end(): readonly PlacedFinding[] {
    this.pages.take('top');
    return this.hasTrace ? sortPlaced(this.wrongCounts) : none;
  }

  private release(): readonly PlacedFinding[] {
    const released = this.heldBack;
    this.heldBack = [];
    return released;
  }

  /** Adds the wrong counts of pages if they are too many to be held. */
  private withWrongCounts(found: readonly PlacedFinding[]): readonly PlacedFinding[] {
    if (this.wrongCounts.length < maxWrongCounts) return found;
    const wrongCounts = this.wrongCounts;
    this.wrongCounts = [];
    return [...found, ...wrongCounts];
  }

  private check(item: StreamedItem): readonly PlacedFinding[] {
    if (item.error !== undefined) {
      const offset = item.length === 0 && item.isAtEnd ? -1 : 0;
      const span = { offset, length: Math.max(1, item.length) };
      if (this.checksPageCounts) takeItem(item, undefined, this.pages);
      return this.place(this.rules.matchParseError({ kind: item.error, span }), item);
    }
    const trace = isOfInterest(item) ? item.trace?.() : undefined;
    if (this.checksPageCounts) takeItem(item, trace && this.declaredCountOf(item, trace), this.pages);
    if (trace === undefined || item.kind === 'count' || !this.isMeant(trace)) return none;
    const identified = this.checksDuplicates ? findIdentified(item) : undefined;
    if (identified !== undefined) this.ids.add(identified.key);
    return this.place(this.rules.findMatches(trace, item.kind), item);
  }

  private declaredCountOf(item: StreamedItem, meta: Trace): DeclaredCount | undefined {
    const declared = item.kind === 'count' ? pageCount.countOf(meta) : undefined;
    return declared === undefined ? undefined : { item, meta, declared };
  }

  private compareCount({ item, meta, declared }: DeclaredCount, actual: number | undefined): void {
    if (actual === undefined || actual === declared) return;
    if (!this.hasTrace && this.wrongCounts.length >= maxHeldBack) {
      this.unlisted++;
      return;
    }
    const { levels, localizer } = this.settings;
    const report = pageCount.report(meta, actual, localizer);
    const severity = severityOf(pageCount, undefined, levels);
    const place = { item, trace: undefined };
    this.wrongCounts.push(...placeFindings([{ rule: pageCount.id, severity, report }], place));
  }

  private place(matches: readonly GradedMatch[], item: StreamedItem): readonly PlacedFinding[] {
    if (matches.length === 0) return none;
    const trace = isRecord(item) ? item.number : undefined;
    const reports = matches.map((match) => this.rules.reportOf(match));
    return sortPlaced(placeFindings(reports, { item, trace }));
  }
}

const none: readonly PlacedFinding[] = [];

function isOfInterest({ kind, isBroken }: StreamedItem): boolean {
  return isBroken || kind === 'count' || kind === 'trace' || kind === 'damaged';
}

/** A trace with an id, by which it is compared with others. */
export interface IdentifiedTrace {
  readonly trace: Trace;
  readonly key: string;
}

/** The trace in an item, if it has an id: these are numbered by the ordinals of `IdTable`. */
export function findIdentified(item: StreamedItem): IdentifiedTrace | undefined {
  if (!isOfInterest(item) || item.kind === 'count' || item.error !== undefined) return undefined;
  const trace = item.trace?.();
  const key = trace && duplicateTrace.keyOf(trace);
  return trace === undefined || key === undefined ? undefined : { trace, key };
}
