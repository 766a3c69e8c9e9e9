import { IdTable } from '../check/id-table';
import type { PlacedFinding } from '../check/placed-finding';
import type { CheckResult } from '../jobs/check-job';
import type { FileReport } from '../jobs/item-job';
import type { Localizer } from '../text/localization';
import { type CopyChecks, type CopyJob, compareCopies } from './compare-copies';

export interface CopySettings<File> {
  readonly localizer: Localizer;
  /** How many traces are compared by their ids. */
  readonly maxCompared: number;
  /** How many slots the table of ids has at first; see `IdTable`. */
  readonly slotCount?: number;
  /** See `CompareSettings`. */
  readonly maxHeldLength?: number;
  /** Whether copies are still sought. */
  isWanted(): boolean;
  /** Runs a job on a file again; see `ComparedFile`. */
  read(file: File, job: CopyJob): AsyncIterable<readonly PlacedFinding[]>;
}

/** Finds copies of traces across the files of a run. */
export class CopyFinder<File extends { readonly path: string }> {
  private readonly ids: IdTable;
  /** By their number in the table of ids. */
  private readonly files: { readonly file: File; readonly checks: CopyChecks }[] = [];

  constructor(private readonly settings: CopySettings<File>) {
    this.ids = new IdTable(settings.maxCompared, settings.slotCount);
  }

  /** Whether copies may have been missed because there are too many traces. */
  get hasPassedOver(): boolean {
    return this.ids.hasPassedOver;
  }

  /** The findings on the copies in a file that has been read. */
  async *add(
    file: File,
    { result }: Pick<FileReport<CheckResult>, 'result'>,
    checks: CopyChecks,
  ): AsyncGenerator<readonly PlacedFinding[]> {
    this.files.push({ file, checks });
    const repeated = this.ids.addFile(result?.ids ?? noIds);
    const { settings } = this;
    yield* compareCopies(this.files.length - 1, repeated, {
      localizer: settings.localizer,
      maxHeldLength: settings.maxHeldLength,
      isWanted: () => settings.isWanted(),
      fileAt: (number) => this.fileAt(number),
    });
  }

  private fileAt(number: number) {
    const found = this.files[number];
    if (found === undefined) return undefined;
    const { file, checks } = found;
    return { path: file.path, checks, read: (job: CopyJob) => this.settings.read(file, job) };
  }
}

const noIds = new Uint32Array(0);
