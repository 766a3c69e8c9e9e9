import picomatch from 'picomatch';
import { type Coverage, CoverageTally } from '../../core/evidence/coverage';
import type { TimeRange } from '../../core/evidence/delivery-gaps';
import type { InputOutcome } from '../../core/evidence/input-outcome';
import { missingInWindow } from '../../core/evidence/missing-in-window';
import { findObjectName } from '../../core/evidence/object-name';
import { isOutsideWindow } from '../../core/evidence/time-window';
import { findNote } from '../../core/jobs/file-notes';
import { outcomeOf } from '../../core/jobs/file-outcome';
import type { FileReport } from '../../core/jobs/item-job';
import type { TimeWindow } from '../../core/rows/time-window';
import type { ReadOptions } from '../arguments/evidence-options';
import { type FindPassReason, findInputs, type Input } from '../input/find-inputs';
import { StandardInput } from '../input/standard-input';
import type { Io } from '../output/io';
import { type ProgressLine, progressLineOf } from '../output/progress';
import { findWindowLine } from '../output/window-line';
import type { RunOptions } from '../work/run-jobs';

/** What all commands that read evidence have in common. */
export interface EvidenceOptions extends ReadOptions {
  /** The name of a bucket file proves that it is outside: such files are passed over. */
  readonly window?: TimeWindow;
}

export interface FinishedReading {
  readonly outcome: InputOutcome;
  /** What is to be said about the input, localised. */
  readonly note: string | undefined;
}

/** The inputs of a run, how to run jobs on them, and what has been read so far. */
export class EvidenceRun {
  private readonly tally = new CoverageTally();
  readonly stdin: StandardInput;
  readonly inputs: Iterable<Input>;
  readonly runOptions: RunOptions;
  private readonly progressLine: ProgressLine;
  private readonly progress = { files: 0, traces: 0, bytes: 0 };
  private readonly window: TimeWindow | undefined;
  /** The times in the names of files that are outside of the window. */
  private skipped: TimeRange | undefined;

  constructor(
    paths: readonly string[],
    options: EvidenceOptions,
    private readonly io: Io,
  ) {
    this.window = options.window;
    const named = paths.length > 0 ? paths : ['.'];
    this.stdin = new StandardInput(io.stdin);
    this.inputs = findInputs(named, { findPassReason: passReasonFinder(options) });
    this.progressLine = progressLineOf(options.quiet, io);
    // Standard input is read by this thread
    const jobs = named.includes('-') ? 1 : (options.jobs ?? io.cores);
    this.runOptions = { jobs, script: io.script, stdin: this.stdin, signal: io.signal };
  }

  /** What was read so far. What an interrupted run did not reach is not missing. */
  coverage(): Coverage {
    const coverage = this.tally.coverage();
    if (this.io.signal.aborted) return { ...coverage, missing: [] };
    return this.window === undefined
      ? coverage
      : { ...coverage, missing: missingInWindow(coverage.missing, this.window) };
  }

  /** What is to be said if no trace is in the time window: whether all that is here is outside of it. */
  windowNotes(): readonly string[] {
    if (this.window === undefined || this.io.signal.aborted) return [];
    const { first, last } = this.tally.coverage();
    const read = first === undefined || last === undefined ? undefined : { from: first, to: last };
    const line = findWindowLine(this.window, around(read, this.skipped), this.io.localizer);
    return line === undefined ? [] : [line];
  }

  /** Removes the line of progress, before something is written. */
  clearProgress(): Promise<void> {
    return this.progressLine.clear();
  }

  /** Counts an input that was read. */
  async finish(input: Input, report: FileReport<unknown>): Promise<FinishedReading> {
    this.progress.files++;
    this.progress.traces += report.traces;
    this.progress.bytes += report.bytes;
    await this.progressLine.update(this.progress);
    const isNamed = input.kind !== 'file' || input.isNamed;
    const note = findNote({ path: input.path, isNamed }, report, this.io.localizer);
    const passed = input.kind === 'passed-over' ? input.reason : undefined;
    const outcome = outcomeOf(report, note ?? '', passed);
    const { traces, untimed, times } = report;
    const path = input.path.replaceAll('\\', '/');
    if (passed === 'outside-window') this.addSkipped(path);
    this.tally.add({ path, outcome, traces, untimed, first: times?.first, last: times?.last });
    return { outcome, note };
  }

  private addSkipped(path: string): void {
    const time = findObjectName(path)?.time;
    if (time !== undefined) this.skipped = around(this.skipped, { from: time, to: time });
  }
}

/** The range that has both in it. */
function around(one: TimeRange | undefined, other: TimeRange | undefined): TimeRange | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

function passReasonFinder({ exclude = [], window }: EvidenceOptions): FindPassReason {
  const isExcluded = exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true });
  return (path) => {
    const withSlashes = path.replaceAll('\\', '/');
    if (isExcluded(withSlashes)) return 'excluded';
    const name = findObjectName(withSlashes);
    return window && name?.kind === 'trace' && isOutsideWindow(name, window) ? 'outside-window' : undefined;
  };
}
