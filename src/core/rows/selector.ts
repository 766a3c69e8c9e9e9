import type { Trace } from '../record/trace';
import type { Filter } from './filter';
import { createMatcher } from './matcher';
import { momentOf, type Place, type Row } from './row';
import { RowReader, type RowSettings } from './row-reader';
import { mayBeIn } from './time-window';

export interface SelectorSettings extends RowSettings {
  readonly filter: Filter;
  /** The ids of the rules with findings in a trace; absent if nobody wants to know. */
  readonly findingsOf?: (trace: Trace) => readonly string[];
}

/**
 * Why it cannot be said whether a trace is meant that meets all other conditions: it has no time although a window is
 * given; or it does not say whether it changed something although only changes are meant.
 */
export type Undecided = 'untimed' | 'unknown-access';

/** Makes rows of the traces that a filter means. */
export class Selector {
  private readonly rows: RowReader;
  private readonly matches: ReturnType<typeof createMatcher>;
  private readonly matchesFindings: ReturnType<typeof createMatcher>;

  constructor(private readonly settings: SelectorSettings) {
    const { window: _, isChangesOnly: __, findings, ...rest } = settings.filter;
    this.rows = new RowReader(settings);
    this.matches = createMatcher(rest);
    this.matchesFindings = createMatcher(findings === undefined ? {} : { findings });
  }

  /** `undefined` if the trace is not meant. */
  select(trace: Trace, place: Place): Row | Undecided | undefined {
    const row = this.rows.rowOf(trace, place);
    const isIn = this.isInWindow(row);
    const isMeant = isIn !== false && this.mayBeMeant(row) && this.matches(row, trace);
    const found = isMeant ? this.withFindings(row, trace) : undefined;
    if (found === undefined) return undefined;
    if (isIn === undefined) return 'untimed';
    return this.settings.filter.isChangesOnly && row.access === undefined ? 'unknown-access' : found;
  }

  /** `undefined` if the trace has no time. */
  private isInWindow(row: Row): boolean | undefined {
    const { window } = this.settings.filter;
    if (window === undefined) return true;
    return momentOf(row) === undefined ? undefined : mayBeIn(window, row);
  }

  private mayBeMeant({ access }: Row): boolean {
    return this.settings.filter.isChangesOnly !== true || access !== 'read-only';
  }

  private withFindings(row: Row, trace: Trace): Row | undefined {
    const { findingsOf } = this.settings;
    const checked = findingsOf === undefined ? row : { ...row, findings: findingsOf(trace) };
    return this.matchesFindings(checked, trace) ? checked : undefined;
  }
}
