import { coverageLines, readLine } from '../../core/bucket/coverage-lines';
import { findCloseNamesAnywhere } from '../../core/catalog/close-names-anywhere';
import { IdTable, type RepeatedId } from '../../core/check/id-table';
import type { FileReport } from '../../core/jobs/item-job';
import type { UndecidedCounts } from '../../core/jobs/selected-traces';
import { numberText } from '../../core/text/localization';
import type { RowOptions } from '../arguments/command-requests';
import type { Input } from '../input/find-inputs';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { type Io, writeNotice, writeNoticeAbout } from '../output/io';
import { EvidenceRun } from './evidence-run';

/** What a job of {@link RowRun} says of a file at least. */
export interface RowResult extends UndecidedCounts {
  /** Of the traces that are meant, four words each. */
  readonly ids: Uint32Array;
}

/** What `search` and `summary` have in common: what was read, which traces are copies, and what is said at the end. */
export class RowRun {
  readonly evidence: EvidenceRun;
  private readonly ids: IdTable;
  private untimed = 0;
  private unknownAccess = 0;
  private isWhole = true;

  constructor(
    paths: readonly string[],
    private readonly options: RowOptions,
    private readonly io: Io,
  ) {
    const { window } = options.filter;
    this.evidence = new EvidenceRun(paths, { ...options, ...(window && { window }) }, io);
    this.ids = new IdTable(options.maxTracesCompared);
  }

  /** @returns the traces that are copies of others that are meant, too */
  async finish(input: Input, report: FileReport<RowResult>): Promise<readonly RepeatedId[]> {
    const { outcome, note } = await this.evidence.finish(input, report);
    if (outcome.kind === 'unreadable' || outcome.kind === 'read-in-part') this.isWhole = false;
    if (note !== undefined) {
      await this.evidence.clearProgress();
      await this.io.stdout.flush();
      await writeNoticeAbout(this.io, input.path, note);
    }
    const { result } = report;
    this.untimed += result?.untimed ?? 0;
    this.unknownAccess += result?.unknownAccess ?? 0;
    return this.ids.addFile(result?.ids ?? noIds);
  }

  async write(pieces: Iterable<string>): Promise<void> {
    const { stdout } = this.io;
    for (const piece of pieces) {
      if (stdout.isClosed) return;
      await this.evidence.clearProgress();
      await stdout.write(piece);
    }
  }

  /**
   * Says what was read, and what is to be known of the result.
   *
   * @param count of the traces that are meant
   * @param notes of the command itself
   */
  async end(count: number, notes: readonly string[]): Promise<ExitCode> {
    const { io } = this;
    await this.evidence.clearProgress();
    await io.stdout.flush();
    const coverage = this.evidence.coverage();
    const lines = [
      ...(io.signal.aborted ? [io.localizer.t('Interrupted. The result covers only what was read')] : []),
      readLine(coverage, io.localizer),
      ...coverageLines(coverage, io.localizer),
      ...notes,
      ...(count === 0 ? [...this.eventNotes(), ...this.evidence.windowNotes()] : []),
      ...this.ownNotes(),
    ];
    for (const line of lines) await writeNotice(io, line);
    return this.isWhole ? exitCodes.clean : exitCodes.trouble;
  }

  /** An event that nothing has may be misspelled. */
  private eventNotes(): readonly string[] {
    const { localizer, catalog } = this.io;
    const { t } = localizer;
    return (this.options.filter.events ?? []).flatMap((name) => {
      const isMisspelled = name.length >= minMisspelled && !name.includes('*');
      const close = isMisspelled ? findCloseNamesAnywhere(name, catalog) : [];
      const isKnown = close.some((each) => each.toLowerCase() === name.toLowerCase());
      if (close.length === 0 || isKnown || catalog.findEventsByName(name).length > 0) return [];
      return t('Unknown event "{0}". Similar names: {1}', name, close.join(t(', ')));
    });
  }

  private ownNotes(): readonly string[] {
    const { t } = this.io.localizer;
    const notes: string[] = [];
    if (this.untimed > 0)
      notes.push(t('Left out, as they have no readable time: {0}', numberText(this.untimed)));
    if (this.unknownAccess > 0)
      notes.push(
        t('Left out, as they do not say whether they changed something: {0}', numberText(this.unknownAccess)),
      );
    if (this.ids.hasPassedOver)
      notes.push(
        t(
          "More than {0} traces: copies among the later ones were not found. '--max-traces-compared' raises the limit; each takes 24 bytes of memory",
          numberText(this.options.maxTracesCompared),
        ),
      );
    return notes;
  }
}

/** In characters: a shorter name resembles too many others. */
const minMisspelled = 6;

const noIds = new Uint32Array(0);
