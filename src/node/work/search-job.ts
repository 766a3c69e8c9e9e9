import type { StreamedItem } from '../../core/file/record-stream';
import type { ItemJob } from '../../core/jobs/item-job';
import { type SelectedTrace, SelectedTraces, type UndecidedCounts } from '../../core/jobs/selected-traces';
import { TraceIds } from '../../core/jobs/trace-ids';
import { momentOf } from '../../core/rows/row';
import type { Selector } from '../../core/rows/selector';
import { mayHoldSecret } from '../../core/secrets/quick-test';
import { findRedactions } from '../../core/secrets/redactions';
import type { Input } from '../input/find-inputs';
import type { TimedLine } from '../output/rows/line-order';
import type { SearchFormat } from '../output/rows/search-format';

export interface SearchResult extends UndecidedCounts {
  /** Of the traces that were found, four words each. */
  readonly ids: Uint32Array;
  readonly found: number;
  /** Traces that were found, but for which the format has no place. */
  readonly unlisted: number;
  /** Records that are written with credentials in them. */
  readonly exposed: number;
}

/** Finds the traces of one file and writes a line for each. */
export class SearchJob implements ItemJob<TimedLine, SearchResult> {
  private readonly traces: SelectedTraces;
  private readonly ids = new TraceIds();
  private found = 0;
  private unlisted = 0;
  private exposed = 0;

  constructor(
    { path }: Input,
    selector: Selector,
    private readonly format: SearchFormat,
  ) {
    this.traces = new SelectedTraces(path, selector);
  }

  add(item: StreamedItem): readonly TimedLine[] {
    return this.traces
      .add(item)
      .map((selected) => this.toLine(selected))
      .filter((line) => line !== undefined);
  }

  end(): readonly TimedLine[] {
    return [];
  }

  result(): SearchResult {
    const { found, unlisted, exposed } = this;
    return { ids: this.ids.toWords(), found, unlisted, exposed, ...this.traces.undecided };
  }

  private toLine({ row, trace }: SelectedTrace): TimedLine | undefined {
    this.found++;
    this.ids.add(trace);
    const text = this.format.line(row, trace);
    if (text === undefined) {
      this.unlisted++;
      return undefined;
    }
    if (this.format.isUnmasked && holdsSecret(trace.text)) this.exposed++;
    return { moment: momentOf(row), text };
  }
}

function holdsSecret(record: string): boolean {
  return mayHoldSecret(record) && findRedactions(record).length > 0;
}
