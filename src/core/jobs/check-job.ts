import type { CheckSettings } from '../check/check-settings';
import type { PlacedFinding } from '../check/placed-finding';
import { StreamCheck } from '../check/stream-check';
import type { StreamedItem } from '../file/record-stream';
import type { Trace } from '../record/trace';
import { findTime } from '../record/trace-facts';
import { mayBeAround, type TimeWindow } from '../rows/time-window';
import { isNamedLineDelimited } from './file-names';
import type { ItemJob } from './item-job';

export interface CheckResult {
  /** The ids of its traces, four words each; empty if duplicates are not looked for. */
  readonly ids: Uint32Array;
  /** How many findings are counted nowhere; see {@link StreamCheck.unlisted}. */
  readonly unlisted: number;
  /** How many traces were not checked because they are outside of the time window. */
  readonly outside: number;
}

/** Checks one file. */
export class CheckJob implements ItemJob<PlacedFinding, CheckResult> {
  private readonly check: StreamCheck;

  private outside = 0;

  /** @param isWanted says which traces are checked; others are not even compared with each other */
  constructor(
    path: string,
    settings: Pick<CheckSettings, 'localizer' | 'catalog' | 'levels'>,
    private readonly window: TimeWindow | undefined,
    private readonly isWanted: (trace: Trace) => boolean = () => true,
  ) {
    const ofInput = { isSyntaxReportedElsewhere: false, isLineDelimited: isNamedLineDelimited(path) };
    this.check = new StreamCheck({ ...settings, ...ofInput }, (trace) => this.isMeant(trace));
  }

  add(item: StreamedItem): readonly PlacedFinding[] {
    return this.check.add(item);
  }

  end(): readonly PlacedFinding[] {
    return this.check.end();
  }

  result(): CheckResult {
    return { ids: this.check.ids.toWords(), unlisted: this.check.unlisted, outside: this.outside };
  }

  private isMeant(trace: Trace): boolean {
    if (!this.isWanted(trace)) return false;
    const isMeant = isWithin(this.window, trace);
    if (!isMeant) this.outside++;
    return isMeant;
  }
}

/** Whether a trace is checked: one without a time that can be read may be of any window. */
export function isWithin(window: TimeWindow | undefined, trace: Trace): boolean {
  const time = window && (findTime(trace, 'time') ?? findTime(trace, 'record_time'));
  return !window || !time || mayBeAround(window, time.epochMilliseconds, time.isExact);
}
