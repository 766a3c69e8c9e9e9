import type { ReadItem } from '../file/item-reader';
import { type Chunk, lengthOf } from '../file/items';
import { readTrace } from '../reading/read-trace';
import type { Trace } from '../record/trace';
import { duplicateTrace } from '../rules/duplicate-trace';
import { pageCount } from '../rules/page-count';
import type { Report } from '../rules/rule';
import type { RuleLevels } from '../rules/severity';
import type { Voice } from '../text/localization';
import type { TextSource } from '../text/text-source';
import { Repeats } from './duplicates';
import { levelOf, severityOf } from './effective-severity';
import { Note } from './item-state';
import type { Mark, MarkTable } from './marks';
import { Pages } from './page-counts';

/** What the rules over a whole file go by. */
export interface WideHost {
  readonly source: TextSource;
  readonly levels: RuleLevels;
  readonly voice: Voice;
  readonly marks: MarkTable;
  chunks(): readonly Chunk<Note>[];
  /** Called when an item of the chunk got a mark or lost it. */
  forget(chunk: Chunk<Note>): void;
}

/** A report with the place that its related spans count from. */
export interface WideReport {
  readonly report: Report;
  readonly relatedStart: number;
}

/**
 * What is found by looking at a file as a whole: traces that stand in it again, pages that do not have what they count.
 * Kept are keys and counts; what an edit touches is settled once all of the file is read.
 */
export class FileWide {
  private readonly repeats: Repeats;
  private readonly pages: Pages;
  private readonly hasRepeats: boolean;
  private readonly hasPages: boolean;
  /** The chunks that the pages were counted in. */
  private counted: readonly Chunk<Note>[] | undefined;
  private starts: ReadonlyMap<Chunk<Note>, number> = new Map();
  private startsOf: readonly Chunk<Note>[] | undefined;

  constructor(private readonly host: WideHost) {
    this.hasRepeats = levelOf(duplicateTrace, host.levels) !== 'off';
    this.hasPages = levelOf(pageCount, host.levels) !== 'off';
    this.pages = new Pages((note, found) => this.judge(note, found));
    this.repeats = new Repeats({
      placeOf: (note) => this.startOf(note),
      compareWith: (first) => this.compareWith(first),
      mark: (note, isSame) => this.mark(note, isSame === undefined ? undefined : this.markOfRepeat(isSame)),
    });
  }

  get isSettled(): boolean {
    return this.repeats.isSettled && (!this.hasPages || this.counted === this.host.chunks());
  }

  /** What to keep of an item that was just read; `undefined` where that is nothing. */
  take(kind: ReadItem['kind'], trace: Trace, marks: readonly Mark[]): Note | undefined {
    const isCount = kind === 'count';
    const key = this.hasRepeats && !isCount ? duplicateTrace.keyOf(trace) : undefined;
    const count = this.hasPages && isCount ? pageCount.countOf(trace) : undefined;
    if (marks.length === 0 && key === undefined && count === undefined) return undefined;
    const note = new Note(marks, key, count);
    if (key !== undefined) this.repeats.add(note, key);
    return note;
  }

  drop(note: Note): void {
    if (note.key !== undefined) this.repeats.remove(note, note.key);
    this.mark(note, undefined);
  }

  /**
   * Brings what is found up to the file as it was read.
   *
   * @param mayGoOn asked after each pair of traces that is compared
   * @returns whether that is done
   */
  settle(mayGoOn: () => boolean): boolean {
    const chunks = this.host.chunks();
    if (this.hasPages && this.counted !== chunks) this.pages.settle(chunks);
    this.counted = chunks;
    return this.repeats.settle(mayGoOn);
  }

  /** What is told of an item with a mark of a rule over the whole file. */
  reportOf(note: Note): WideReport {
    const first = (note.key === undefined ? undefined : this.repeats.firstOf(note.key)) ?? note;
    note.wideReport ??= this.makeReport(note, first);
    return { report: note.wideReport, relatedStart: this.startOf(first) };
  }

  private makeReport(note: Note, first: Note): Report {
    const trace = readTrace(this.textOf(note));
    const { voice } = this.host;
    if (note.key === undefined) return pageCount.report(trace, note.found ?? 0, voice);
    const isSame = note.wideMark?.value === sameValue;
    return duplicateTrace.report({ trace, first: readTrace(this.textOf(first)), isSame }, voice);
  }

  private judge(note: Note, found: number | undefined): void {
    if (note.found === found) return;
    note.found = found;
    const isWrong = found !== undefined && found !== note.count;
    const severity = severityOf(pageCount, undefined, this.host.levels);
    this.mark(note, isWrong ? this.host.marks.take(pageCount.id, countValue, severity) : undefined);
  }

  private markOfRepeat(isSame: boolean): Mark {
    const severity = severityOf(duplicateTrace, duplicateTrace.severityOf(isSame), this.host.levels);
    return this.host.marks.take(duplicateTrace.id, isSame ? sameValue : 'different', severity);
  }

  private mark(note: Note, mark: Mark | undefined): void {
    const before = note.wideMark;
    if (before === undefined && mark === undefined) return;
    if (before !== undefined) this.host.marks.drop([before]);
    note.wideMark = mark;
    note.wideReport = undefined;
    if (note.chunk) this.host.forget(note.chunk);
  }

  private compareWith(first: Note): (note: Note) => boolean {
    const firstText = this.textOf(first);
    let firstTrace: Trace | undefined;
    return (note) => {
      const text = this.textOf(note);
      if (text === firstText) return true;
      firstTrace ??= readTrace(firstText);
      return duplicateTrace.isSame(readTrace(text), firstTrace);
    };
  }

  private textOf(note: Note): string {
    const start = this.startOf(note);
    return this.host.source.slice(start, start + (note.item?.length ?? 0));
  }

  /** Where the item itself begins, behind its lead. */
  private startOf({ item, chunk }: Note): number {
    if (item === undefined || chunk === undefined) return 0;
    let at = this.startOfChunk(chunk);
    for (const before of chunk.items) {
      if (before === item) break;
      at += lengthOf(before);
    }
    return at + item.lead;
  }

  private startOfChunk(chunk: Chunk<Note>): number {
    const chunks = this.host.chunks();
    if (this.startsOf !== chunks) {
      let at = 0;
      const starts = new Map<Chunk<Note>, number>();
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
