import type { Catalog } from '../catalog/catalog';
import type { PlacedFinding } from '../check/placed-finding';
import type { StreamedItem } from '../file/record-stream';
import { CheckJob, type CheckResult } from '../jobs/check-job';
import type { ItemJob } from '../jobs/item-job';
import { SelectedTraces, selectorOf } from '../jobs/selected-traces';
import type { Trace } from '../record/trace';
import type { Filter } from '../rows/filter';
import type { Selector } from '../rows/selector';
import type { RuleLevels } from '../rules/severity';
import type { Localizer } from '../text/localization';
import { type BucketKey, bucketKeys, type GroupColumns, RowGroups } from './row-groups';

export interface BucketSettings {
  readonly localizer: Localizer;
  readonly catalog: Catalog;
  readonly levels: RuleLevels;
  /** Which traces are counted and checked; without members all of them. */
  readonly filter: Filter;
}

export interface BucketResult extends CheckResult {
  /** How many traces are counted. */
  readonly selected: number;
  readonly groups: readonly { readonly by: BucketKey; readonly columns: GroupColumns }[];
}

/** @returns what makes the job of each file, by its path */
export function bucketJobMaker(settings: BucketSettings): (path: string) => BucketJob {
  const selector = selectorOf(settings, false);
  return (path) => new BucketJob(path, settings, selector);
}

/** Says which traces the jobs check: no filter is on the place of a trace. */
export function traceTest(settings: BucketSettings): (trace: Trace) => boolean {
  if (Object.keys(settings.filter).length === 0) return () => true;
  const selector = selectorOf(settings, false);
  return (trace) => typeof selector.select(trace, anywhere) === 'object';
}

const anywhere = { path: '', line: 1, column: 1, offset: 0 };

/** Checks one file and counts its traces by who, what and on what. */
export class BucketJob implements ItemJob<PlacedFinding, BucketResult> {
  private readonly check: CheckJob;
  private readonly traces: SelectedTraces;
  private readonly tables = bucketKeys.map((by) => ({ by, groups: new RowGroups() }));
  private readonly isFiltered: boolean;
  private selected = 0;

  constructor(path: string, settings: BucketSettings, selector: Selector) {
    this.check = new CheckJob(path, settings, undefined, (trace) => this.isMeant(trace));
    this.traces = new SelectedTraces(path, selector);
    this.isFiltered = Object.keys(settings.filter).length > 0;
  }

  add(item: StreamedItem): readonly PlacedFinding[] {
    const selected = this.traces.add(item);
    this.selected += selected.length;
    for (const { row } of selected) for (const { by, groups } of this.tables) groups.addRow(row, by);
    const findings = this.check.add(item);
    return this.isFiltered ? findings.filter(isInTrace) : findings;
  }

  end(): readonly PlacedFinding[] {
    return this.isFiltered ? [] : this.check.end();
  }

  result(): BucketResult {
    return {
      ...this.check.result(),
      selected: this.selected,
      groups: this.tables.map(({ by, groups }) => ({ by, columns: groups.columns })),
    };
  }

  private isMeant(trace: Trace): boolean {
    return !this.isFiltered || this.traces.isMeant(trace);
  }
}

function isInTrace({ trace }: PlacedFinding): boolean {
  return trace !== undefined;
}
