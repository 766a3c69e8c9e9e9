import { findEmptyHours, findHoursWithoutDigest, startOfHour, type TimeRange } from './delivery-gaps';
import { type InputOutcome, type OutcomeKind, outcomeKinds } from './input-outcome';
import { findObjectName, objectParts } from './object-name';
import { type Series, seriesKey, seriesOf } from './series';

/** What one input adds to the coverage of a run. */
export interface InputCoverage {
  /** With slashes. */
  readonly path: string;
  readonly outcome: InputOutcome;
  readonly traces: number;
  /** How many of them have no time that can be read. */
  readonly untimed: number;
  /** Of its traces, in epoch milliseconds; `undefined` without a time that can be read. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** What was read in a run, and what is missing as far as that can be said. */
export interface Coverage {
  readonly files: Readonly<Record<OutcomeKind, number>>;
  readonly traces: number;
  readonly untimed: number;
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly missing: readonly MissingEvidence[];
}

/** In doubt nothing is missing. */
export type MissingEvidence =
  /** Hours without a trace file although those around them have one; by the names of the files. */
  | { readonly kind: 'empty-hours'; readonly series: Series; readonly range: TimeRange }
  /** Hours for which there is no digest although there are earlier and later ones; by the names of the digests. */
  | { readonly kind: 'hours-without-digest'; readonly series: Series; readonly range: TimeRange }
  /** A file that a digest lists and that is not among the inputs. */
  | { readonly kind: 'listed-file'; readonly object: string };

const noFiles: Coverage['files'] = {
  read: 0,
  'read-in-part': 0,
  'no-traces': 0,
  digest: 0,
  unreadable: 0,
  'passed-over': 0,
};

/** Adds up inputs in any order; two tallies of different inputs can be merged. */
export class CoverageTally {
  private readonly counts: Record<OutcomeKind, number> = { ...noFiles };
  private traces = 0;
  private untimed = 0;
  private first: number | undefined;
  private last: number | undefined;
  private readonly deliveries = new Map<string, { readonly series: Series; readonly times: Set<number> }>();
  /** What identifies the trace files that are here. */
  private readonly found = new Set<string>();
  /** The objects that digests list, by what identifies them. */
  private readonly listed = new Map<string, string>();

  /** The number of traces so far. */
  get traceCount(): number {
    return this.traces;
  }

  add({ path, outcome, traces, untimed, first, last }: InputCoverage): void {
    this.counts[outcome.kind]++;
    this.addTraces({ traces, untimed, first, last });
    this.addName(path);
    if (outcome.kind !== 'digest') return;
    for (const object of outcome.objects) this.listed.set(identityOf(object), object);
  }

  merge(other: CoverageTally): void {
    for (const kind of outcomeKinds) this.counts[kind] += other.counts[kind];
    const { traces, untimed, first, last } = other;
    this.addTraces({ traces, untimed, first, last });
    for (const { series, times } of other.deliveries.values()) this.addTimes(series, times);
    for (const identity of other.found) this.found.add(identity);
    for (const [identity, object] of other.listed) this.listed.set(identity, object);
  }

  coverage(): Coverage {
    const { counts, traces, untimed, first, last } = this;
    const missing = [...this.missingHours(), ...this.missingFiles()];
    return { files: { ...counts }, traces, untimed, first, last, missing };
  }

  private addTraces(added: Pick<Coverage, 'traces' | 'untimed' | 'first' | 'last'>): void {
    this.traces += added.traces;
    this.untimed += added.untimed;
    if (added.first !== undefined) this.first = Math.min(this.first ?? added.first, added.first);
    if (added.last !== undefined) this.last = Math.max(this.last ?? added.last, added.last);
  }

  private addName(path: string): void {
    const name = findObjectName(path);
    if (name?.kind !== 'digest') this.found.add(name?.id ?? identityOf(path));
    if (name === undefined) return;
    // Of trace files the hour is enough; there may be many in each
    this.addTimes(seriesOf(name), [name.kind === 'trace' ? startOfHour(name.time) : name.time]);
  }

  private addTimes(series: Series, times: Iterable<number>): void {
    const key = seriesKey(series);
    const known = this.deliveries.get(key) ?? { series, times: new Set() };
    this.deliveries.set(key, known);
    for (const time of times) known.times.add(time);
  }

  private missingHours(): readonly MissingEvidence[] {
    return [...this.deliveries]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([, { series, times }]): readonly MissingEvidence[] =>
        series.kind === 'trace'
          ? findEmptyHours(times).map((range) => ({ kind: 'empty-hours', series, range }))
          : findHoursWithoutDigest(times).map((range) => ({ kind: 'hours-without-digest', series, range })),
      );
  }

  private missingFiles(): readonly MissingEvidence[] {
    return [...this.listed]
      .filter(([identity]) => !this.found.has(identity))
      .map(([, object]) => object)
      .sort()
      .map((object) => ({ kind: 'listed-file', object }));
  }
}

/** The digits in the name that CTS gave, which no two files have in common; otherwise the name without its folders. */
function identityOf(path: string): string {
  return findObjectName(path)?.id ?? objectParts(path).at(-1) ?? '';
}
