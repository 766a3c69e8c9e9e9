import { IdTable } from '../../core/check/id-table';
import type { PlacedFinding } from '../../core/check/placed-finding';
import type { CheckResult } from '../../core/jobs/check-job';
import type { FileReport } from '../../core/jobs/item-job';
import type { Trace } from '../../core/record/trace';
import type { RuleLevels } from '../../core/rules/severity';
import type { Localizer } from '../../core/text/localization';
import type { Input } from '../input/find-inputs';
import type { StandardInput } from '../input/standard-input';
import { compareCopies } from '../work/compare-copies';

export interface CopySettings {
  readonly localizer: Localizer;
  readonly levels: RuleLevels;
  readonly stdin: StandardInput;
  readonly signal: AbortSignal;
  /** Says which traces are checked: only their ids are added, and only these are compared. */
  readonly isMeant: (trace: Trace) => boolean;
  /** How many traces are compared by their ids. */
  readonly maxCompared: number;
}

/** Finds copies of traces across the files of a run. */
export class CopyFinder {
  private readonly ids: IdTable;
  /** By their number in the table of ids. */
  private readonly inputs: Input[] = [];

  constructor(private readonly settings: CopySettings) {
    this.ids = new IdTable(settings.maxCompared);
  }

  /** The findings on the copies in a file that has been read. */
  async *add(
    input: Input,
    { result }: Pick<FileReport<CheckResult>, 'result'>,
  ): AsyncGenerator<readonly PlacedFinding[]> {
    this.inputs.push(input);
    const repeated = this.ids.addFile(result?.ids ?? noIds);
    yield* compareCopies(this.inputs.length - 1, repeated, {
      ...this.settings,
      inputOf: (file) => this.inputs[file],
    });
  }

  /** Why copies may have been missed, localised. */
  note(): string | undefined {
    if (!this.ids.hasPassedOver) return undefined;
    return this.settings.localizer.t(
      "More than {0} traces: copies among the later ones were not found. '--max-traces-compared' raises the limit; each takes 24 bytes of memory",
      this.settings.maxCompared,
    );
  }
}

const noIds = new Uint32Array(0);
