import { tracesText } from '../../core/assist/summary-line';
import { type PlacedFinding, sortPlaced } from '../../core/check/placed-finding';
import type { Severity } from '../../core/rules/severity';
import type { CheckOptions } from '../arguments/command-requests';
import type { Input } from '../input/find-inputs';
import type { CheckedInput, FinishedInput } from '../output/checked-input';
import { type ExitCode, exitCodeOfCheck, exitCodes } from '../output/exit-code';
import { type Io, writeNotice, writeNoticeAbout } from '../output/io';
import {
  addToSummary,
  emptySummary,
  type Report,
  type ReportedFinding,
  type Summary,
  type Totals,
} from '../output/report';
import type { CheckResult } from '../work/check-job';
import type { FileReport } from '../work/item-job';
import { runJobs } from '../work/run-jobs';
import { type AcceptanceRun, openAcceptances } from './acceptance-run';
import { CopyFinder } from './copy-finder';
import { EvidenceRun } from './evidence-run';
import { reportOf } from './report-formats';
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

/** Of a file with more findings than this, those that need the whole file come last, out of order. */
const maxSorted = 10_000;

class CheckRun {
  private readonly evidence: EvidenceRun;
  private readonly report: Report;
  private readonly copies: CopyFinder;
  private summary: Summary = emptySummary;
  /** The findings of the current file, until they are written. */
  private held: PlacedFinding[] = [];
  /** How many traces are outside of the time window. */
  private outside = 0;
  private begun: CheckedInput | undefined;
  private counts = new Map<Severity, number>();
  private accepted = 0;
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
    this.copies = new CopyFinder({
      localizer: io.localizer,
      levels: options.rule,
      stdin: this.evidence.stdin,
      maxCompared: options.maxTracesCompared,
    });
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
      if (event.kind === 'parts') await this.take(event.input, event.parts);
      else await this.finish(event.input, event.report);
    }
    const totals = this.totals();
    await this.write(this.report.end(totals));
    await io.stdout.flush();
    await writeStepSummary(this.report, totals, io);
    await this.writeNotes();
    await this.finishAcceptances(totals);
    return this.summary;
  }

  /** Whoever closes the output has seen enough: what was found until then counts. */
  private async endEarly(): Promise<Summary> {
    const { path = '', kind = 'traces' } = this.begun ?? {};
    const file = {
      path,
      kind,
      traces: 0,
      outcome: { kind: 'read' },
      note: undefined,
      counts: this.counts,
      accepted: this.accepted,
      isPacked: false,
    } as const;
    this.summary = addToSummary(this.summary, file);
    await this.finishAcceptances(this.totals());
    return this.summary;
  }

  private async take(input: Input, findings: readonly PlacedFinding[]): Promise<void> {
    this.held.push(...findings);
    if (this.held.length > maxSorted)
      await this.release({ ...namesOf(input), kind: 'traces', traces: undefined });
  }

  /** Writes the findings that are held. */
  private async release(checked: CheckedInput): Promise<void> {
    if (this.begun === undefined) await this.write(this.report.beginFile(checked, this.summary.files));
    this.begun ??= checked;
    const findings = sortPlaced(this.held).map((finding) => this.acceptances.take(finding));
    this.held = [];
    for (const finding of findings) this.count(finding);
    await this.write(this.report.findings(this.begun, findings));
  }

  private count({ severity, accepted }: ReportedFinding): void {
    if (accepted === undefined) this.counts.set(severity, (this.counts.get(severity) ?? 0) + 1);
    else this.accepted++;
  }

  private async finish(input: Input, report: FileReport<CheckResult>): Promise<void> {
    const { outcome, note } = await this.evidence.finish(input, withUnlisted(report));
    this.outside += report.result?.outside ?? 0;
    this.held.push(...(await this.copies.add(input, report)));
    if (report.kind === 'passed-over') return;
    const { path } = input;
    const { kind, traces, isPacked } = report;
    await this.release({ ...namesOf(input), kind, traces });
    const { counts, accepted } = this;
    const finished: FinishedInput = { path, kind, traces, outcome, note, counts, accepted, isPacked };
    await this.write(this.report.endFile(finished));
    this.summary = addToSummary(this.summary, finished);
    this.begun = undefined;
    this.counts = new Map();
    this.accepted = 0;
    if (note !== undefined) await this.writeNote(path, note);
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
    const { t } = this.io.localizer;
    if (this.io.signal.aborted)
      await writeNotice(this.io, t('Interrupted. Only what is listed above was checked'));
    const note = this.copies.note();
    if (note !== undefined) await writeNotice(this.io, note);
  }

  private totals(): Totals {
    const { summary, acceptances } = this;
    const { isCutShort } = this;
    const coverage = this.evidence.coverage();
    const isEverythingRead =
      !isCutShort && summary.isWhole && coverage.files['passed-over'] === 0 && this.outside === 0;
    const unmatched = isEverythingRead ? acceptances.unmatched() : undefined;
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

function namesOf(input: Input): Pick<CheckedInput, 'path' | 'location'> {
  return { path: input.path, location: input.kind === 'file' ? input.location : undefined };
}

/** Findings that are not listed are a problem, too. */
function withUnlisted(report: FileReport<CheckResult>): FileReport<CheckResult> {
  const count = report.result?.unlisted ?? 0;
  return count === 0 ? report : { ...report, problems: [...report.problems, { kind: 'unlisted', count }] };
}
