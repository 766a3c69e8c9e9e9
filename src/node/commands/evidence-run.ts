import picomatch from 'picomatch';
import { type Coverage, CoverageTally } from '../../core/evidence/coverage';
import type { InputOutcome } from '../../core/evidence/input-outcome';
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

  constructor(
    paths: readonly string[],
    options: EvidenceOptions,
    private readonly io: Io,
  ) {
    const named = paths.length > 0 ? paths : ['.'];
    this.stdin = new StandardInput(io.stdin);
    this.inputs = findInputs(named, passReasonFinder(options));
    this.progressLine = progressLineOf(options.quiet, io);
    // Standard input is read by this thread
    const jobs = named.includes('-') ? 1 : (options.jobs ?? io.cores);
    this.runOptions = { jobs, script: io.script, stdin: this.stdin, signal: io.signal };
  }

  /** What was read so far. What an interrupted run did not reach is not missing. */
  coverage(): Coverage {
    const coverage = this.tally.coverage();
    return this.io.signal.aborted ? { ...coverage, missing: [] } : coverage;
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
    this.tally.add({ path, outcome, traces, untimed, first: times?.first, last: times?.last });
    return { outcome, note };
  }
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
