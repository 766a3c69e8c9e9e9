import { tracesText } from '../../core/assist/summary-line';
import type { CopyChecks } from '../../core/copies/compare-copies';
import { CopyFinder } from '../../core/copies/copy-finder';
import { type CheckResult, isWithin } from '../../core/jobs/check-job';
import type { FileReport } from '../../core/jobs/item-job';
import type { CheckOptions } from '../arguments/command-requests';
import type { Input } from '../input/find-inputs';
import { type ExitCode, exitCodeOfCheck, exitCodes } from '../output/exit-code';
import { type Io, writeNotice, writeNoticeAbout } from '../output/io';
import type { Report, Summary, Totals } from '../output/report';
import { readAgain } from '../work/read-again';
import { runJobs } from '../work/run-jobs';
import { type AcceptanceRun, openAcceptances } from './acceptance-run';
import { EvidenceRun } from './evidence-run';
import { reportOf } from './report-formats';
import { ReportWriter } from './report-writer';
import { writeStepSummary } from './step-summary';

/** `check`: checks one file after another and reports each as it goes. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<ExitCode> {
  const acceptances = await openAcceptances(options, io);
  if (acceptances === undefined) return exitCodes.trouble;
  const check = new CheckRun(paths, options, io, acceptances);
  const summary = await check.run();
  if (summary.files === 0 && !io.signal.aborted && !io.stdout.isClosed)
    await writeNotice(
      io,
      io.localizer.t(
        'No files were checked. In folders, only *.json, *.jsonl and *.ndjson are read, also with .gz at the end',
      ),
    );
  return check.hasFailed ? exitCodes.trouble : exitCodeOfCheck(summary, options.failOn);
}

class CheckRun {
  private readonly evidence: EvidenceRun;
  private readonly report: Report;
  private readonly copies: CopyFinder<Input>;
  private readonly checks: CopyChecks;
  private readonly writer: ReportWriter;
  /** How many traces are outside of the time window. */
  private outside = 0;
  /** Whether something else than reading the inputs failed. */
  hasFailed = false;

  constructor(
    paths: readonly string[],
    private readonly options: CheckOptions,
    private readonly io: Io,
    private readonly acceptances: AcceptanceRun,
  ) {
    this.evidence = new EvidenceRun(paths, options, io);
    this.report = reportOf(options.format, io);
    this.writer = new ReportWriter(this.report, acceptances, (pieces) => this.write(pieces));
    this.copies = new CopyFinder({
      localizer: io.localizer,
      maxCompared: options.maxTracesCompared,
      isWanted: () => !io.signal.aborted,
      read: (input, job) => readAgain(input, job, this.evidence.stdin),
    });
    this.checks = { levels: options.rule, isMeant: (trace) => isWithin(options.window, trace) };
  }

  async run(): Promise<Summary> {
    const { io, options, evidence } = this;
    const { additions, localizer } = io;
    const spec = {
      kind: 'check',
      language: localizer.language,
      additions,
      levels: options.rule,
      window: options.window,
    } as const;
    await this.write(this.report.begin());
    for await (const event of runJobs(spec, evidence.inputs, evidence.runOptions)) {
      if (io.stdout.isClosed) return this.endEarly();
      if (event.kind === 'parts') await this.writer.add(event.input, event.parts);
      else await this.finish(event.input, event.report);
    }
    const totals = this.totals();
    await this.write(this.report.end(totals));
    await io.stdout.flush();
    await writeStepSummary(this.report, totals, io);
    await this.writeNotes();
    await this.finishAcceptances(totals);
    return this.writer.summary;
  }

  /** Whoever closes the output has seen enough: what was found until then counts. */
  private async endEarly(): Promise<Summary> {
    this.writer.abandon();
    await this.finishAcceptances(this.totals());
    return this.writer.summary;
  }

  private async finish(input: Input, report: FileReport<CheckResult>): Promise<void> {
    const { outcome, note } = await this.evidence.finish(input, withUnlisted(report));
    this.outside += report.result?.outside ?? 0;
    for await (const findings of this.copies.add(input, report, this.checks))
      await this.writer.add(input, findings);
    if (report.kind === 'passed-over') return;
    const { kind, traces, isPacked } = report;
    await this.writer.finish(input, { kind, traces, outcome, note, isPacked });
    if (note !== undefined) await this.writeNote(input.path, note);
  }

  /** Flushes stdout first, so that notes appear in order among the findings on a terminal. */
  private async writeNote(path: string, note: string): Promise<void> {
    await this.evidence.clearProgress();
    await this.io.stdout.flush();
    await writeNoticeAbout(this.io, path, note);
  }

  private async writeNotes(): Promise<void> {
    if (this.outside > 0)
      await writeNotice(
        this.io,
        this.io.localizer.t(
          'Not checked, as they are outside of the time window: {0}',
          tracesText(this.outside, this.io.localizer),
        ),
      );
    if (this.outside === this.evidence.coverage().traces)
      for (const note of this.evidence.windowNotes()) await writeNotice(this.io, note);
    const { t } = this.io.localizer;
    if (this.io.signal.aborted)
      await writeNotice(this.io, t('Interrupted. Only what is listed above was checked'));
    if (this.copies.hasPassedOver)
      await writeNotice(
        this.io,
        t(
          "More than {0} traces: copies among the later ones were not found. '--max-traces-compared' raises the limit; each takes 24 bytes of memory",
          this.options.maxTracesCompared,
        ),
      );
  }

  private totals(): Totals {
    const { acceptances, copies, isCutShort } = this;
    const { summary } = this.writer;
    const coverage = this.evidence.coverage();
    const isAllRead = !isCutShort && summary.isWhole && coverage.files['passed-over'] === 0;
    const isAllChecked = isAllRead && this.outside === 0 && !copies.hasPassedOver;
    const unmatched = isAllChecked ? acceptances.unmatched() : undefined;
    const acceptance = acceptances.isOn ? { count: summary.accepted, unmatched } : undefined;
    return { summary, coverage, isCutShort, acceptance };
  }

  private get isCutShort(): boolean {
    return this.io.signal.aborted || this.io.stdout.isClosed;
  }

  private async finishAcceptances({ acceptance, isCutShort }: Totals): Promise<void> {
    if (acceptance?.unmatched !== undefined) await this.acceptances.writeUnmatched();
    this.hasFailed = !(await this.acceptances.write(isCutShort));
  }

  private async write(pieces: Iterable<string>): Promise<void> {
    const { stdout } = this.io;
    for (const piece of pieces) {
      if (stdout.isClosed) return;
      await this.evidence.clearProgress();
      await stdout.write(piece);
    }
  }
}

/** Findings that are not listed are a problem, too. */
function withUnlisted(report: FileReport<CheckResult>): FileReport<CheckResult> {
  const count = report.result?.unlisted ?? 0;
  return count === 0 ? report : { ...report, problems: [...report.problems, { kind: 'unlisted', count }] };
}
