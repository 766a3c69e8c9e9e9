import type { ReadItem } from '../file/item-reader';
import { type Chunk, lengthOf } from '../file/items';
import { readTrace } from '../reading/read-trace';
import type { Trace } from '../record/trace';
import { duplicateTrace } from '../rules/duplicate-trace';
import { pageCount } from '../rules/page-count';
import type { Report } from '../rules/rule';
import type { RuleLevels } from '../rules/severity';
import type { Localizer } from '../text/localization';
import type { TextSource } from '../text/text-source';
import { DuplicateGroups } from './duplicates';
import { levelOf, severityOf } from './effective-severity';
import { ItemState } from './item-state';
import type { Mark, MarkTable } from './marks';
import { PageCounts } from './page-counts';

/** What the rules over a whole file go by. */
export interface FileWideHost {
  readonly source: TextSource;
  readonly levels: RuleLevels;
  readonly localizer: Localizer;
  readonly marks: MarkTable;
  chunks(): readonly Chunk<ItemState>[];
  /** Called when an item of the chunk got a mark or lost it. */
  forget(chunk: Chunk<ItemState>): void;
}

/** A report with the place that its related spans count from. */
export interface FileWideReport {
  readonly report: Report;
  readonly relatedStart: number;
}

/**
 * What is found by looking at a file as a whole: traces that stand in it again, pages that do not have what they count.
 * Kept are keys and counts; what an edit touches is settled once all of the file is read.
 */
export class FileWideFindings {
  private readonly duplicates: DuplicateGroups;
  private readonly pageCounts: PageCounts;
  private readonly findsDuplicates: boolean;
  private readonly findsPageCounts: boolean;
  /** The chunks that the pages were counted in. */
  private countedChunks: readonly Chunk<ItemState>[] | undefined;
  private starts: ReadonlyMap<Chunk<ItemState>, number> = new Map();
  private startsOf: readonly Chunk<ItemState>[] | undefined;

  constructor(private readonly host: FileWideHost) {
    this.findsDuplicates = levelOf(duplicateTrace, host.levels) !== 'off';
    this.findsPageCounts = levelOf(pageCount, host.levels) !== 'off';
    this.pageCounts = new PageCounts((state, found) => this.setRecordCount(state, found));
    this.duplicates = new DuplicateGroups({
      offsetOf: (state) => this.startOf(state),
      compareWith: (first) => this.compareWith(first),
      mark: (state, isSame) =>
        this.mark(state, isSame === undefined ? undefined : this.markOfDuplicate(isSame)),
    });
  }

  get isSettled(): boolean {
    return this.duplicates.isSettled && (!this.findsPageCounts || this.countedChunks === this.host.chunks());
  }

  /** What to keep of an item that was just read; `undefined` where that is nothing. */
  add(kind: ReadItem['kind'], trace: Trace, marks: readonly Mark[]): ItemState | undefined {
    const isCount = kind === 'count';
    const key = this.findsDuplicates && !isCount ? duplicateTrace.keyOf(trace) : undefined;
    const count = this.findsPageCounts && isCount ? pageCount.countOf(trace) : undefined;
    if (marks.length === 0 && key === undefined && count === undefined) return undefined;
    const state = new ItemState(marks, key, count);
    if (key !== undefined) this.duplicates.add(state, key);
    return state;
  }

  drop(state: ItemState): void {
    if (state.key !== undefined) this.duplicates.remove(state, state.key);
    this.mark(state, undefined);
  }

  /**
   * Brings what is found up to the file as it was read.
   *
   * @param mayGoOn asked after each pair of traces that is compared
   * @returns whether that is done
   */
  settle(mayGoOn: () => boolean): boolean {
    const chunks = this.host.chunks();
    if (this.findsPageCounts && this.countedChunks !== chunks) this.pageCounts.settle(chunks);
    this.countedChunks = chunks;
    return this.duplicates.settle(mayGoOn);
  }

  /** What is told of an item with a mark of a rule over the whole file. */
  reportOf(state: ItemState): FileWideReport {
    const first = (state.key === undefined ? undefined : this.duplicates.firstOf(state.key)) ?? state;
    state.fileWideReport ??= this.makeReport(state, first);
    return { report: state.fileWideReport, relatedStart: this.startOf(first) };
  }

  private makeReport(state: ItemState, first: ItemState): Report {
    const trace = readTrace(this.textOf(state));
    const { localizer } = this.host;
    if (state.key === undefined) return pageCount.report(trace, state.recordCount ?? 0, localizer);
    const isSame = state.fileWideMark?.value === sameValue;
    return duplicateTrace.report({ trace, first: readTrace(this.textOf(first)), isSame }, localizer);
  }

  private setRecordCount(state: ItemState, found: number | undefined): void {
    if (state.recordCount === found) return;
    state.recordCount = found;
    const isWrong = found !== undefined && found !== state.statedCount;
    const severity = severityOf(pageCount, undefined, this.host.levels);
    this.mark(state, isWrong ? this.host.marks.take(pageCount.id, countValue, severity) : undefined);
  }

  private markOfDuplicate(isSame: boolean): Mark {
    const severity = severityOf(duplicateTrace, duplicateTrace.severityOf(isSame), this.host.levels);
    return this.host.marks.take(duplicateTrace.id, isSame ? sameValue : 'different', severity);
  }

  private mark(state: ItemState, mark: Mark | undefined): void {
    const before = state.fileWideMark;
    if (before === undefined && mark === undefined) return;
    if (before !== undefined) this.host.marks.drop([before]);
    state.fileWideMark = mark;
    state.fileWideReport = undefined;
    if (state.chunk) this.host.forget(state.chunk);
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
    const start = this.startOf(state);
    return this.host.source.slice(start, start + (state.item?.length ?? 0));
  }

  /** Where the item itself begins, behind its lead. */
  private startOf({ item, chunk }: ItemState): number {
    if (item === undefined || chunk === undefined) return 0;
    let at = this.startOfChunk(chunk);
    for (const before of chunk.items) {
      if (before === item) break;
      at += lengthOf(before);
    }
    return at + item.lead;
  }

  private startOfChunk(chunk: Chunk<ItemState>): number {
    const chunks = this.host.chunks();
    if (this.startsOf !== chunks) {
      let at = 0;
      const starts = new Map<Chunk<ItemState>, number>();
      for (const each of chunks) {
        starts.set(each, at);
        at += each.sums.length;
      }
      this.starts = starts;
      this.startsOf = chunks;
    }
    return this.starts.get(chunk) ?? 0;
  }
}

/** What marks are folded by. */
const sameValue = 'same';
const countValue = 'count';
