import type { FileReport } from '../../core/jobs/item-job';
import { selectorOf } from '../../core/jobs/selected-traces';
import type { Filter } from '../../core/rows/filter';
import { createSummary, mergeInto, type Summary } from '../../core/rows/summary';
import { numberText } from '../../core/text/localization';
import type { SummaryOptions } from '../arguments/command-requests';
import type { Input } from '../input/find-inputs';
import { painter } from '../output/colours';
import type { ExitCode } from '../output/exit-code';
import type { Io } from '../output/io';
import { summaryCsv } from '../output/rows/summary-csv';
import { summaryJson } from '../output/rows/summary-json';
import { summaryTable } from '../output/rows/summary-table';
import { runJob } from '../work/run-job';
import { runJobs } from '../work/run-jobs';
import { SummaryJob, type SummaryResult } from '../work/summary-job';
import { Turns } from '../work/turns';
import { RowRun } from './row-run';

/** `summary`: counts the traces that a filter means. */
export async function summaryCommand(
  paths: readonly string[],
  options: SummaryOptions,
  io: Io,
): Promise<ExitCode> {
  const run = new SummaryRun(paths, options, io);
  return run.run();
}

class SummaryRun {
  private readonly rows: RowRun;
  private readonly summary: Summary;
  private readonly filter: Filter;
  private copies = 0;
  /** Copies that are counted, as their file could not be read again. */
  private countedCopies = 0;

  constructor(
    paths: readonly string[],
    private readonly options: SummaryOptions,
    private readonly io: Io,
  ) {
    this.rows = new RowRun(paths, options, io);
    this.summary = createSummary(options.by);
    this.filter = options.filter;
  }

  async run(): Promise<ExitCode> {
    const { rows, filter, options, io } = this;
    const { additions, localizer } = io;
    const spec = {
      kind: 'summary',
      filter,
      by: options.by,
      language: localizer.language,
      additions,
    } as const;
    for await (const event of runJobs(spec, rows.evidence.inputs, rows.evidence.runOptions))
      if (event.kind === 'end') await this.finish(event.input, event.report);
    await rows.write(this.output());
    const count = [...this.summary.groups.values()].reduce((sum, group) => sum + group.count, 0);
    return rows.end(count, this.notes(count));
  }

  private async finish(input: Input, report: FileReport<SummaryResult>): Promise<void> {
    const repeated = await this.rows.finish(input, report);
    const { result } = report;
    if (result === undefined) return;
    const skipped = new Set(repeated.map(({ ordinal }) => ordinal));
    const again = skipped.size === 0 ? undefined : await this.countAgain(input, skipped);
    // A pipe cannot be read twice, and a file may be gone
    const isSame = again?.traces === report.traces;
    mergeInto(this.summary, (isSame ? again?.result : undefined)?.summary ?? result.summary);
    this.copies += skipped.size;
    if (!isSame) this.countedCopies += skipped.size;
  }

  /** Counts the traces of a file but for those that are copies. */
  private async countAgain(input: Input, skipped: ReadonlySet<number>): Promise<FileReport<SummaryResult>> {
    const { catalog, localizer } = this.io;
    const { filter, options } = this;
    const selector = selectorOf({ catalog, localizer, filter }, false);
    const makeJob = () => new SummaryJob(input, selector, options.by, skipped);
    const steps = runJob(input, makeJob, this.rows.evidence.stdin);
    const turns = new Turns();
    for (;;) {
      await turns.pause();
      const step = await steps.next();
      if (step.done) return step.value;
    }
  }

  private output(): Iterable<string> {
    const { summary, options, io } = this;
    const { localizer, stdout } = io;
    switch (options.format) {
      case 'json':
        return summaryJson(summary);
      case 'csv':
        return summaryCsv(summary);
      case 'pretty':
        return summaryTable(summary, {
          localizer,
          paint: painter(stdout.hasColour),
          columns: stdout.columns,
        });
    }
  }

  private notes(count: number): readonly string[] {
    const { t } = this.io.localizer;
    const notes = [
      count === 1 ? t('1 trace counted') : t('{0} traces counted', numberText(count)),
      this.copies > this.countedCopies &&
        t(
          'Copies that were not counted: {0}. CTS can deliver a trace twice',
          numberText(this.copies - this.countedCopies),
        ),
      this.countedCopies > 0 &&
        t(
          'Copies that were counted, as their file could not be read again: {0}',
          numberText(this.countedCopies),
        ),
    ];
    return notes.filter((note) => note !== false);
  }
}
