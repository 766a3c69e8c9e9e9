import { type PlacedFinding, sortPlaced } from '../../core/check/placed-finding';
import type { Coverage } from '../../core/evidence/coverage';
import type { Severity } from '../../core/rules/severity';
import { severities } from '../../core/rules/severity';
import type { CheckOptions } from '../arguments/command-requests';
import type { Input } from '../input/find-inputs';
import type { CheckedInput, FinishedInput } from '../output/checked-input';
import { type ExitCode, exitCodes } from '../output/exit-code';
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
  return check.hasFailed ? exitCodes.trouble : exitCodeOf(summary, options.failOn);
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
    const spec = { kind: 'check', language: localizer.language, additions, levels: options.rule } as const;
    await this.write(this.report.begin());
    for await (const event of runJobs(spec, evidence.inputs, evidence.runOptions)) {
      if (io.stdout.isClosed) return this.summarizeUnread();
      if (event.kind === 'parts') await this.take(event.input, event.parts);
      else await this.finish(event.input, event.report);
    }
    await this.write(this.report.end(this.totals()));
    await io.stdout.flush();
    await this.writeNotes();
    await this.finishAcceptances();
    return this.summary;
  }

  /** Whoever closes the output has seen enough: what was found until then counts. */
  private summarizeUnread(): Summary {
    const { path = '', kind = 'traces' } = this.begun ?? {};
    const file = {
      path,
      kind,
      traces: 0,
      outcome: { kind: 'read' },
      note: undefined,
      counts: this.counts,
      accepted: this.accepted,
    } as const;
    return addToSummary(this.summary, file);
  }

  private async take({ path }: Input, findings: readonly PlacedFinding[]): Promise<void> {
    this.held.push(...findings);
    if (this.held.length > maxSorted) await this.release({ path, kind: 'traces', traces: undefined });
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
    const { outcome, note } = await this.evidence.finish(input, report);
    this.held.push(...(await this.copies.add(input, report)));
    if (report.kind === 'passed-over') return;
    const { path } = input;
    const { kind, traces } = report;
    await this.release({ path, kind, traces });
    const { counts, accepted } = this;
    const finished: FinishedInput = { path, kind, traces, outcome, note, counts, accepted };
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
    const { t } = this.io.localizer;
    if (this.io.signal.aborted)
      await writeNotice(this.io, t('Interrupted. Only what is listed above was checked'));
    const note = this.copies.note();
    if (note !== undefined) await writeNotice(this.io, note);
  }

  private totals(): Totals {
    const { summary, acceptances } = this;
    const coverage = this.evidence.coverage();
    const unmatched = this.isEverythingRead(coverage) ? acceptances.unmatched() : undefined;
    const acceptance = acceptances.isOn ? { count: summary.accepted, unmatched } : undefined;
    return { summary, coverage, acceptance };
  }

  /** Whether a finding that was not found is not there. */
  private isEverythingRead({ files }: Coverage): boolean {
    return !this.isCutShort && this.summary.isWhole && files['passed-over'] === 0;
  }

  private get isCutShort(): boolean {
    return this.io.signal.aborted || this.io.stdout.isClosed;
  }

  private async finishAcceptances(): Promise<void> {
    if (this.isEverythingRead(this.evidence.coverage())) await this.acceptances.writeUnmatched();
    this.hasFailed = !(await this.acceptances.write(this.isCutShort));
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

/** Unread evidence must not pass as clean. */
function exitCodeOf({ bySeverity, isWhole }: Summary, failOn: Severity): ExitCode {
  if (!isWhole) return exitCodes.trouble;
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  return failing.some((severity) => bySeverity[severity] > 0) ? exitCodes.found : exitCodes.clean;
}
