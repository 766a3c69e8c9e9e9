import { type PlacedFinding, sortPlaced } from '../../core/check/placed-finding';
import type { Severity } from '../../core/rules/severity';
import type { Input } from '../input/find-inputs';
import type { CheckedInput, FinishedInput } from '../output/checked-input';
import {
  addToSummary,
  emptySummary,
  type Report,
  type ReportedFinding,
  type Summary,
} from '../output/report';
import type { AcceptanceRun } from './acceptance-run';

/** Of a file with more findings than this, those that need the whole file come last, out of order. */
const maxSorted = 10_000;

/** Writes the findings of one file after another, in order, and adds them up. */
export class ReportWriter {
  summary: Summary = emptySummary;
  /** The findings of the current file, until they are written. */
  private held: PlacedFinding[] = [];
  private begun: CheckedInput | undefined;
  private counts = new Map<Severity, number>();
  private accepted = 0;

  constructor(
    private readonly report: Report,
    private readonly acceptances: AcceptanceRun,
    private readonly write: (pieces: Iterable<string>) => Promise<void>,
  ) {}

  /** Adds findings of the current file. */
  async add(input: Input, findings: readonly PlacedFinding[]): Promise<void> {
    for (const finding of findings) this.held.push(finding);
    if (this.held.length > maxSorted)
      await this.release({ ...namesOf(input), kind: 'traces', traces: undefined });
  }

  /** Ends the current file. */
  async finish(
    input: Input,
    ending: Pick<FinishedInput, 'kind' | 'traces' | 'outcome' | 'note' | 'isPacked'>,
  ): Promise<void> {
    const names = namesOf(input);
    await this.release({ ...names, kind: ending.kind, traces: ending.traces });
    const finished = { ...names, ...ending, ...this.takeCounts() };
    await this.write(this.report.endFile(finished));
    this.summary = addToSummary(this.summary, finished);
    this.begun = undefined;
  }

  /** Adds what was written of the current file to the summary: there will be no more. */
  abandon(): void {
    const { path = '', isNamed = false, kind = 'traces' } = this.begun ?? {};
    const read = { traces: 0, outcome: { kind: 'read' }, note: undefined, isPacked: false } as const;
    this.summary = addToSummary(this.summary, { path, isNamed, kind, ...read, ...this.takeCounts() });
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

  private takeCounts(): Pick<FinishedInput, 'counts' | 'accepted'> {
    const { counts, accepted } = this;
    this.counts = new Map();
    this.accepted = 0;
    return { counts, accepted };
  }
}

function namesOf(input: Input): Pick<CheckedInput, 'path' | 'location' | 'isNamed'> {
  const { path } = input;
  return input.kind === 'file'
    ? { path, location: input.location, isNamed: input.isNamed }
    : { path, location: undefined, isNamed: true };
}
