import type { Catalog } from '../catalog/catalog';
import type { ReadItem, Work } from '../file/item-reader';
import { type Chunk, type Item, isRecord, lengthOf } from '../file/items';
import type { PlacedTrace, Stretch } from '../file/located-traces';
import { type Change, TraceIndex } from '../file/trace-index';
import type { ValueOrder } from '../file/value-sequence';
import type { ProblemKind } from '../record/trace';
import type { Severity } from '../rules/severity';
import { spanFrom } from '../text/span';
import type { TextSource } from '../text/text-source';
import type { CheckSettings } from './check-settings';
import { FileWide } from './file-wide-findings';
import { type Finding, sortByPlace } from './finding';
import { foldFindings, type MarksByChunk, mostOfRule } from './fold-findings';
import { ItemReports } from './item-findings';
import { type MarkedItem, marksOf, Note, noMarks } from './item-state';
import { type Mark, MarkTable } from './marks';
import { RuleRun, type RuleSighting } from './rule-runner';

/** What a file turned out to be. */
export type FileKind = 'traces' | 'digest' | 'other';

/**
 * A file under check. Findings are kept per record, as marks without places or words; those that are shown are made
 * from the text when they are asked for.
 */
export class CheckedFile {
  private readonly marks = new MarkTable();
  private readonly marksByChunk: MarksByChunk = new WeakMap();
  private readonly rules: RuleRun;
  private readonly index: TraceIndex<Note>;
  private readonly wide: FileWide;
  private readonly reports: ItemReports;

  constructor(
    readonly source: TextSource,
    private readonly settings: CheckSettings,
  ) {
    this.rules = new RuleRun(settings);
    this.wide = new FileWide({
      source,
      levels: settings.levels,
      voice: settings.voice,
      marks: this.marks,
      chunks: () => this.index.chunks(),
      forget: (chunk) => this.marksByChunk.delete(chunk),
    });
    const reader = {
      note: (item: ReadItem) => this.noteOf(item),
      drop: (note: Note) => this.drop(note),
      place: (item: Item<Note>, chunk: Chunk<Note>) => {
        if (item.note === undefined) return;
        item.note.item = item;
        item.note.chunk = chunk;
      },
    };
    this.index = new TraceIndex(source, reader, settings);
    this.reports = new ItemReports({
      source,
      rules: this.rules,
      wide: this.wide,
      readEntry: (entry) => this.index.readEntry(entry),
    });
  }

  /** The events that were known to the check. */
  get catalog(): Catalog {
    return this.settings.catalog;
  }

  get isComplete(): boolean {
    return this.index.isComplete && this.wide.isSettled;
  }

  get kind(): FileKind {
    if (this.index.traceCount > 0) return 'traces';
    return this.index.hasDigest ? 'digest' : 'other';
  }

  /** How the values of the file stand. */
  get order(): ValueOrder {
    return this.index.order;
  }

  get traceCount(): number {
    return this.index.traceCount;
  }

  get work(): Work {
    return this.index.work;
  }

  /**
   * Reads and checks on; see {@link TraceIndex.read}.
   *
   * @returns whether everything is checked
   */
  read(mayGoOn: () => boolean): boolean {
    return this.index.read(mayGoOn) && this.wide.settle(mayGoOn);
  }

  /** Takes note of changes; what they touched is checked again by the next {@link read}. */
  update(changes: readonly Change[]): void {
    this.index.update(changes);
  }

  traceAt(offset: number): PlacedTrace | undefined {
    return this.index.traceAt(offset);
  }

  /** The traces in their order, each read when it is its turn. Nobody may change the text in between. */
  traces(): Iterable<PlacedTrace> {
    return this.kind === 'traces' ? this.index.records() : [];
  }

  /** The records that touch a stretch; see {@link TraceIndex.tracesIn}. */
  tracesIn(stretch: Stretch): Iterable<PlacedTrace> {
    return this.kind === 'traces' ? this.index.tracesIn(stretch) : [];
  }

  /** How many findings there are of a severity, folded ones included. */
  count(severity: Severity): number {
    return this.kind === 'traces' ? this.marks.count(severity) : 0;
  }

  /** Every finding, in the order of the text. */
  findings(): readonly Finding[] {
    if (this.kind !== 'traces') return [];
    return sortByPlace([...this.markedItems()].flatMap((marked) => this.reports.findingsOf(marked)));
  }

  /** The findings that an editor shows: of very many alike, the first ones and how many more there are. */
  shownFindings(): readonly Finding[] {
    if (this.kind !== 'traces') return [];
    return sortByPlace(
      foldFindings({
        chunks: this.index.chunks(),
        marks: this.marks,
        marksByChunk: this.marksByChunk,
        voice: this.settings.voice,
        findingsOf: (marked, ids) => this.reports.shownFindingsOf(marked).filter(({ rule }) => ids.has(rule)),
      }),
    );
  }

  private *markedItems(): Iterable<MarkedItem> {
    let from = 0;
    let traceNumber = 0;
    for (const { items } of this.index.chunks()) {
      for (const item of items) {
        if (marksOf(item.note).length > 0) yield { item, from, traceNumber };
        from += lengthOf(item);
        if (isRecord(item)) traceNumber++;
      }
    }
  }

  /** What to keep of an item that was just read. */
  private noteOf({ kind, isBroken, problem, trace }: ReadItem): Note | undefined {
    if (problem !== undefined) return this.noteOfSpot(problem);
    const isCount = kind === 'count';
    if (trace === undefined || !(isBroken || isCount || kind === 'trace' || kind === 'damaged'))
      return undefined;
    const read = trace();
    const sightings = isCount ? [] : this.rules.sight(read, kind);
    const marks = this.takeMarks(sightings);
    if (marks.some((mark) => this.marks.countOfRule(mark.rule) <= mostOfRule + 1))
      this.reports.keep(marks, sightings);
    return this.wide.take(kind, read, marks);
  }

  private noteOfSpot(problem: ProblemKind): Note | undefined {
    const marks = this.takeMarks(this.rules.sightSpot({ kind: problem, span: spanFrom(0, 1) }));
    return marks.length === 0 ? undefined : new Note(marks, undefined, undefined);
  }

  private drop(note: Note): void {
    this.marks.drop(note.marks);
    this.wide.drop(note);
  }

  private takeMarks(sightings: readonly RuleSighting[]): readonly Mark[] {
    if (sightings.length === 0) return noMarks;
    return sightings.map(({ rule, severity, sighting }) =>
      this.marks.take(rule.id, sighting.value, severity),
    );
  }
}
