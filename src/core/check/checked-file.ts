import type { Catalog } from '../catalog/catalog';
import type { ReadItem, ReadWork } from '../file/item-reader';
import type { Chunk } from '../file/items';
import type { LocatedTrace, TraceRange } from '../file/located-traces';
import { type Change, TraceIndex } from '../file/trace-index';
import type { ValueSequence } from '../file/value-sequence';
import type { Severity } from '../rules/severity';
import { spanFrom } from '../text/span';
import { runSteps } from '../text/steps';
import type { TextSource } from '../text/text-source';
import { markAccepted } from './accepted-matches';
import type { CheckSettings } from './check-settings';
import { FileWideFindings } from './file-wide-findings';
import { type Finding, sortByPlace } from './finding';
import { MarkTable } from './finding-marks';
import { foldFindings, type MarksByChunk } from './fold-findings';
import { ItemFindings } from './item-findings';
import { type ItemData, markedItemsAt, markedItemsIn, placeState, stateWith } from './item-state';
import { RuleRunner } from './rule-runner';

export type FileKind = 'traces' | 'digest' | 'other';

/** Of how many findings of a rule the reports are made while the file is read: most of these are shown. */
const maxCachedOfRule = 100;

/**
 * A file and its findings, kept up to date with edits. Per record only marks are kept, without positions and messages;
 * findings are made from the text on request.
 */
export class CheckedFile {
  private readonly marks = new MarkTable();
  private readonly marksByChunk: MarksByChunk = new WeakMap();
  private readonly rules: RuleRunner;
  private readonly index: TraceIndex<ItemData>;
  private readonly fileWide: FileWideFindings;
  private readonly itemFindings: ItemFindings;

  constructor(
    readonly source: TextSource,
    readonly settings: CheckSettings,
  ) {
    this.rules = new RuleRunner(settings);
    this.fileWide = new FileWideFindings({
      source,
      ...settings,
      marks: this.marks,
      chunks: () => this.index.chunks(),
      invalidate: (chunk) => this.marksByChunk.delete(chunk),
    });
    const owner = {
      dataOf: (item: ReadItem) => this.dataOf(item),
      release: (data: ItemData) => this.release(data),
      moved: placeState,
    };
    this.index = new TraceIndex(source, owner, settings);
    this.itemFindings = new ItemFindings({
      source,
      rules: this.rules,
      fileWide: this.fileWide,
      readEntry: (entry) => this.index.readEntry(entry),
    });
  }

  get catalog(): Catalog {
    return this.settings.catalog;
  }

  get isComplete(): boolean {
    return this.index.isComplete && this.fileWide.isSettled;
  }

  get kind(): FileKind {
    if (this.index.traceCount > 0) return 'traces';
    return this.index.hasDigest ? 'digest' : 'other';
  }

  get valueSequence(): ValueSequence {
    return this.index.valueSequence;
  }

  get traceCount(): number {
    return this.index.traceCount;
  }

  /** What is known of the text, in order. Chunks never change: an edit puts others in the place of those it touches. */
  chunks(): readonly Chunk<unknown>[] {
    return this.index.chunks();
  }

  get work(): ReadWork {
    return this.index.work;
  }

  /**
   * Continues reading and checking; see {@link TraceIndex.read}.
   *
   * @returns whether the check is complete
   */
  read(shouldContinue: () => boolean): boolean {
    return this.index.read(shouldContinue) && this.fileWide.settle(shouldContinue);
  }

  /** Invalidates what the changes affect; the next {@link read} checks it again. */
  update(changes: readonly Change[]): void {
    this.index.update(changes);
  }

  traceAt(offset: number): LocatedTrace | undefined {
    return this.index.traceAt(offset);
  }

  /** The traces in order, read lazily; the text must not change during the iteration. */
  traces(): Iterable<LocatedTrace> {
    return this.kind === 'traces' ? this.index.records() : [];
  }

  /** See {@link TraceIndex.recordsContaining}; the text must not change during the iteration. */
  tracesContaining(part: string): Iterable<LocatedTrace | undefined> {
    return this.kind === 'traces' ? this.index.recordsContaining(part) : [];
  }

  /** The traces that touch the range; see {@link TraceIndex.tracesIn}. */
  tracesIn(range: TraceRange): Iterable<LocatedTrace> {
    return this.kind === 'traces' ? this.index.tracesIn(range) : [];
  }

  /** The number of findings of a severity, including folded ones. */
  count(severity: Severity): number {
    return this.kind === 'traces' ? this.marks.count(severity) : 0;
  }

  /** The number of accepted findings, which are not among the others. */
  get acceptedCount(): number {
    return this.kind === 'traces' ? this.marks.acceptedCount : 0;
  }

  /** All findings, in document order. */
  findings(): readonly Finding[] {
    return [...this.eachFinding()];
  }

  /**
   * All findings, in document order. Each is made when it is asked for and not kept, because a file may have millions;
   * the text must not change during the iteration.
   */
  *eachFinding(): Iterable<Finding> {
    if (this.kind !== 'traces') return;
    for (const marked of markedItemsIn(this.index.chunks())) yield* this.itemFindings.eachFindingOf(marked);
  }

  /**
   * The findings of records at the offset that touch it, shown or not, without those of a record with thousands.
   *
   * @param areAccepted whether those that are accepted are meant, or those that are not
   */
  findingsAt(offset: number, areAccepted = false): readonly Finding[] {
    const marked = this.kind === 'traces' ? [...markedItemsAt(this.index.chunks(), offset)] : [];
    return marked.flatMap((one) => this.itemFindings.findingsAt(one, offset, areAccepted));
  }

  /** The findings that an editor shows; see {@link foldFindings}. */
  shownFindings(): readonly Finding[] {
    return runSteps(this.showFindings());
  }

  /** The same in steps; the text must not change during the iteration. */
  *showFindings(): Generator<undefined, readonly Finding[]> {
    if (this.kind !== 'traces') return [];
    const findings = yield* foldFindings({
      chunks: this.index.chunks(),
      marks: this.marks,
      marksByChunk: this.marksByChunk,
      localizer: this.settings.localizer,
      findingsOf: (marked) => this.itemFindings.shownFindingsOf(marked),
    });
    return sortByPlace(findings);
  }

  /** What the check keeps of an item; `undefined` if nothing. */
  private dataOf({ kind, isBroken, error, trace }: ReadItem): ItemData | undefined {
    if (error !== undefined)
      return stateWith(this.marks.addAll(this.rules.matchParseError({ kind: error, span: spanFrom(0, 1) })));
    const isCount = kind === 'count';
    if (trace === undefined || !(isBroken || isCount || kind === 'trace' || kind === 'damaged'))
      return undefined;
    const record = trace();
    const matches = isCount ? [] : this.rules.findMatches(record, kind);
    const marked = markAccepted(matches, { kind, record }, this.rules, this.settings.accepted);
    const marks = this.marks.addAll(marked);
    const data = this.fileWide.add(kind, record, marks);
    const isCached = marks.some((mark) => this.marks.countOfRule(mark.rule) <= maxCachedOfRule);
    if (typeof data === 'object' && isCached) this.itemFindings.cache(data, matches);
    return data;
  }

  private release(data: ItemData): void {
    if (typeof data === 'object') this.marks.remove(data.marks);
    this.fileWide.remove(data);
  }
}
