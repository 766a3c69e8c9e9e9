import type { Trace } from '../record/trace';
import type { Filter } from './filter';
import { createMatcher } from './matcher';
import { momentOf, type Place, type Row } from './row';
import { RowReader, type RowSettings } from './row-reader';
import { mayBeIn } from './time-window';

export interface SelectionSettings extends RowSettings {
  readonly filter: Filter;
  /** The ids of the rules with findings in a trace; absent if nobody wants to know. */
  readonly findingsOf?: (trace: Trace) => readonly string[];
}

/** Traces that meet all other conditions, and of which one is not known. */
export interface Undecided {
  /** Traces without a time, where a time window is given. */
  readonly untimed: number;
  /** Traces that do not say whether they changed something, where only changes are meant. */
  readonly unknownAccess: number;
}

/** Makes rows of the traces that a filter means, and counts those of which it cannot be said. */
export class Selection {
  private readonly matches: ReturnType<typeof createMatcher>;
  private readonly matchesFindings: ReturnType<typeof createMatcher>;
  private readonly rows: RowReader;
  private untimed = 0;
  private unknownAccess = 0;

  constructor(private readonly settings: SelectionSettings) {
    this.rows = new RowReader(settings);
    const { window: _, isChangesOnly: __, findings, ...rest } = settings.filter;
    this.matches = createMatcher(rest);
    this.matchesFindings = createMatcher(findings === undefined ? {} : { findings });
  }

  get undecided(): Undecided {
    return { untimed: this.untimed, unknownAccess: this.unknownAccess };
  }

  /** `undefined` if the trace is not meant. */
  find(trace: Trace, place: Place): Row | undefined {
    const { filter, findingsOf } = this.settings;
    const row = this.rows.rowOf(trace, place);
    const isUntimed = filter.window !== undefined && momentOf(row) === undefined;
    if (filter.window !== undefined && !isUntimed && !mayBeIn(filter.window, row)) return undefined;
    const isUnknown = filter.isChangesOnly === true && row.access === undefined;
    if (filter.isChangesOnly === true && row.access === 'read-only') return undefined;
    if (!this.matches(row, trace)) return undefined;
    const checked = findingsOf === undefined ? row : { ...row, findings: findingsOf(trace) };
    if (!this.matchesFindings(checked, trace)) return undefined;
    if (isUntimed) this.untimed++;
    else if (isUnknown) this.unknownAccess++;
    return isUntimed || isUnknown ? undefined : checked;
  }
}
