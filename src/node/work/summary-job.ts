import type { StreamedItem } from '../../core/file/record-stream';
import type { ItemJob } from '../../core/jobs/item-job';
import { SelectedTraces, type UndecidedCounts } from '../../core/jobs/selected-traces';
import { TraceIds } from '../../core/jobs/trace-ids';
import type { Selector } from '../../core/rows/selector';
import { addRow, createSummary, type Summary } from '../../core/rows/summary';
import type { SummaryKey } from '../../core/rows/summary-key';
import type { Input } from '../input/find-inputs';

export interface SummaryResult extends UndecidedCounts {
  readonly summary: Summary;
  /** Of the traces that were counted, four words each. */
  readonly ids: Uint32Array;
}

/** Counts the traces of one file. */
export class SummaryJob implements ItemJob<never, SummaryResult> {
  private readonly traces: SelectedTraces;
  private readonly summary: Summary;
  private readonly ids = new TraceIds();

  /** @param skipped the ordinals of traces that are not counted, as they were counted already */
  constructor(
    { path }: Input,
    selector: Selector,
    by: SummaryKey,
    private readonly skipped: ReadonlySet<number> = new Set(),
  ) {
    this.traces = new SelectedTraces(path, selector);
    this.summary = createSummary(by);
  }

  add(item: StreamedItem): readonly never[] {
    for (const { row, trace } of this.traces.add(item)) {
      const ordinal = this.ids.add(trace);
      if (ordinal === undefined || !this.skipped.has(ordinal)) addRow(this.summary, row);
    }
    return [];
  }

  end(): readonly never[] {
    return [];
  }

  result(): SummaryResult {
    return { summary: this.summary, ids: this.ids.toWords(), ...this.traces.undecided };
  }
}
