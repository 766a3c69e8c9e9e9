import type { AcceptedFindings } from '../accepted/accepted-findings';
import type { ReadItem } from '../file/item-reader';
import type { Chunk } from '../file/items';
import { readTrace } from '../reading/read-trace';
import type { Trace } from '../record/trace';
import { duplicateTrace } from '../rules/duplicate-trace';
import { pageCount } from '../rules/page-count';
import type { Report } from '../rules/rule';
import type { RuleLevels } from '../rules/severity';
import type { Localizer } from '../text/localization';
import type { TextSource } from '../text/text-source';
import { isAccepted } from './accepted-matches';
import { DuplicateGroups } from './duplicate-groups';
import { levelOf, severityOf } from './effective-severity';
import type { Mark, MarkTable } from './finding-marks';
import { ItemOffsets } from './item-offsets';
import { type ItemData, ItemState } from './item-state';
import { PageCounts } from './page-counts';
import { TraceKeys } from './trace-keys';

export interface FileWideHost {
  readonly source: TextSource;
  readonly levels: RuleLevels;
  readonly localizer: Localizer;
  readonly accepted?: AcceptedFindings | undefined;
  readonly marks: MarkTable;
  chunks(): readonly Chunk<ItemData>[];
  /** Called when the marks of an item in the chunk change. */
  invalidate(chunk: Chunk<ItemData>): void;
}

export interface FileWideReport {
  readonly report: Report;
  /** Offset in the file that the report's related spans are relative to. */
  readonly relatedStart: number;
}

/**
 * Runs the rules that need the whole file: duplicate traces and wrong page counts. Only keys and counts are kept; what
 * an edit affects is settled once the whole file has been read.
 */
export class FileWideFindings {
  private readonly duplicates: DuplicateGroups;
  private readonly keys: TraceKeys;
  private readonly offsets: ItemOffsets;
  private readonly pageCounts: PageCounts;
  private readonly checksDuplicates: boolean;
  private readonly checksPageCounts: boolean;
  /** The chunks at the time of the last page count. */
  private countedChunks: readonly Chunk<ItemData>[] | undefined;

  constructor(private readonly host: FileWideHost) {
    this.checksDuplicates = levelOf(duplicateTrace, host.levels) !== 'off';
    this.checksPageCounts = levelOf(pageCount, host.levels) !== 'off';
    this.pageCounts = new PageCounts((state, recordCount) => this.setRecordCount(state, recordCount));
    this.offsets = new ItemOffsets(host.chunks);
    this.duplicates = new DuplicateGroups({
      offsetOf: (state) => this.offsets.of(state),
      compareWith: (first) => this.compareWith(first),
      mark: (state, isSame) =>
        this.setMark(state, isSame === undefined ? undefined : this.markOfDuplicate(state, isSame)),
    });
    this.keys = new TraceKeys(this.duplicates);
  }

  get isSettled(): boolean {
    return (
      this.duplicates.isSettled &&
      this.keys.isPlaced &&
      (!this.checksPageCounts || this.countedChunks === this.host.chunks())
    );
  }

  /** What the check keeps of an item that was just read; `undefined` if nothing. */
  add(kind: ReadItem['kind'], trace: Trace, marks: readonly Mark[]): ItemData | undefined {
    const isCount = kind === 'count';
    const uuid = this.checksDuplicates && !isCount ? duplicateTrace.keyOf(trace) : undefined;
    const declaredCount = this.checksPageCounts && isCount ? pageCount.countOf(trace) : undefined;
    if (uuid !== undefined) return this.keys.add(uuid, { marks, declaredCount });
    if (marks.length === 0 && declaredCount === undefined) return undefined;
    return new ItemState(marks, undefined, declaredCount);
  }

  remove(data: ItemData): void {
    this.keys.remove(data);
    if (typeof data === 'object') this.setMark(data, undefined);
  }

  /**
   * Updates the findings to the current index.
   *
   * @param shouldContinue called after each step; settling pauses when it returns `false`
   * @returns whether all is settled
   */
  settle(shouldContinue: () => boolean): boolean {
    const chunks = this.host.chunks();
    if (this.checksPageCounts && this.countedChunks !== chunks) this.pageCounts.settle(chunks);
    this.countedChunks = chunks;
    this.keys.place(chunks);
    return this.duplicates.settle(shouldContinue);
  }

  /** The report of an item that has a file-wide mark. */
  reportOf(state: ItemState): FileWideReport {
    const first = this.firstOf(state);
    state.fileWideReport ??= this.makeReport(state, first);
    return { report: state.fileWideReport, relatedStart: this.offsets.of(first) };
  }

  private firstOf(state: ItemState): ItemState {
    return (state.key === undefined ? undefined : this.duplicates.findFirst(state.key)) ?? state;
  }

  private makeReport(state: ItemState, first: ItemState): Report {
    const trace = readTrace(this.textOf(state));
    if (state.key === undefined) return pageCount.report(trace, state.recordCount ?? 0, this.host.localizer);
    return this.reportDuplicate(trace, first, state.fileWideMark?.value === sameValue);
  }

  private reportDuplicate(trace: Trace, first: ItemState, isSame: boolean): Report {
    const pair = { trace, first: readTrace(this.textOf(first)), isSame };
    return duplicateTrace.report(pair, this.host.localizer);
  }

  private setRecordCount(state: ItemState, recordCount: number | undefined): void {
    if (state.recordCount === recordCount) return;
    state.recordCount = recordCount;
    const isWrong = recordCount !== undefined && recordCount !== state.declaredCount;
    const severity = severityOf(pageCount, undefined, this.host.levels);
    this.setMark(
      state,
      isWrong ? this.host.marks.add(pageCount.id, { value: countValue }, severity) : undefined,
    );
  }

  private markOfDuplicate(state: ItemState, isSame: boolean): Mark {
    const severity = severityOf(duplicateTrace, duplicateTrace.severityOf(isSame), this.host.levels);
    const match = { value: isSame ? sameValue : 'different' };
    return this.host.marks.add(duplicateTrace.id, match, severity, this.isDuplicateAccepted(state, isSame));
  }

  private isDuplicateAccepted(state: ItemState, isSame: boolean): boolean {
    const { accepted } = this.host;
    if (accepted === undefined || accepted.size === 0) return false;
    const trace = readTrace(this.textOf(state));
    const report = () => this.reportDuplicate(trace, this.firstOf(state), isSame);
    return isAccepted(duplicateTrace.id, trace, accepted, report);
  }

  private setMark(state: ItemState, mark: Mark | undefined): void {
    const previous = state.fileWideMark;
    if (previous === undefined && mark === undefined) return;
    if (previous !== undefined) this.host.marks.remove([previous]);
    state.fileWideMark = mark;
    state.fileWideReport = undefined;
    if (state.chunk) this.host.invalidate(state.chunk);
  }

  private compareWith(first: ItemState): (state: ItemState) => boolean {
    const firstText = this.textOf(first);
    let firstTrace: Trace | undefined;
    return (state) => {
      const text = this.textOf(state);
      if (text === firstText) return true;
      firstTrace ??= readTrace(firstText);
      return duplicateTrace.isSame(readTrace(text), firstTrace);
    };
  }

  private textOf(state: ItemState): string {
    const start = this.offsets.of(state);
    return this.host.source.slice(start, start + (state.item?.length ?? 0));
  }
}

/** The values by which findings are folded. */
const sameValue = 'same';
const countValue = 'count';
