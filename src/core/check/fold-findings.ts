import type { Chunk } from '../file/items';
import type { Localizer } from '../text/localization';
import type { Finding } from './finding';
import type { Mark, MarkKind, MarkTable } from './finding-marks';
import { hiddenMessage } from './hidden-message';
import { type ItemData, type MarkedItem, markedItemsIn, marksOf } from './item-state';
import { type Quota, shownQuotas } from './shown-quotas';

/** The marks of each chunk, cached by its identity. */
export type MarksByChunk = WeakMap<Chunk<ItemData>, ChunkMarks>;

/** The items with marks of each kind, in order; `from` and `traceNumber` are relative to the chunk. */
type ChunkMarks = ReadonlyMap<MarkKind, readonly MarkedItem[]>;

export interface Folding {
  readonly marksByChunk: MarksByChunk;
  readonly chunks: readonly Chunk<ItemData>[];
  readonly marks: MarkTable;
  readonly localizer: Localizer;
  /** The findings of an item in the order of its marks. */
  findingsOf(marked: MarkedItem): readonly Finding[];
}

/** What is shown of a kind so far. */
interface ShownOfKind extends Quota {
  shown: number;
  readonly byMark: Map<Mark, number>;
  /** The first finding that is not shown. */
  firstHidden: Finding | undefined;
}

type Progress = ReadonlyMap<MarkKind, ShownOfKind>;

/**
 * The findings to show, in no order: up to the number that the editor keeps all of them, otherwise the gravest, and for
 * each kind one finding in the place of the first that is not shown, which stands for them. Those beyond the quotas are
 * not even made: a chunk without anything left to show is skipped. Yields after each step.
 */
export function* foldFindings(folding: Folding): Generator<undefined, readonly Finding[]> {
  const progress: Progress = new Map(shownQuotas(folding.marks).map((quota) => [quota.kind, start(quota)]));
  const findings: Finding[] = [];
  let from = 0;
  let traceNumber = 0;
  for (const chunk of folding.chunks) {
    if (isAllDone(progress)) break;
    const items = itemsToTake(marksIn(chunk, folding.marksByChunk), progress);
    yield;
    for (const { item, ...place } of items) {
      if (!isAnyWanted(marksOf(item), progress)) continue;
      const located = { item, from: from + place.from, traceNumber: traceNumber + place.traceNumber };
      findings.push(...takeShown(located, folding, progress));
      yield;
    }
    from += chunk.sums.length;
    traceNumber += chunk.sums.traces + chunk.sums.damaged;
  }
  for (const kind of progress.values()) findings.push(...standIn(kind, folding.localizer));
  return findings;
}

function start(quota: Quota): ShownOfKind {
  return { ...quota, shown: 0, byMark: new Map(), firstHidden: undefined };
}

function isAllDone(progress: Progress): boolean {
  for (const ofKind of progress.values()) if (!isDone(ofKind)) return false;
  return true;
}

function isDone({ kind, shown, total, firstHidden }: ShownOfKind): boolean {
  return shown === total && (kind.count === total || firstHidden !== undefined);
}

/** The items of all kinds that have more to show, in order. */
function itemsToTake(byKind: ChunkMarks, progress: Progress): readonly MarkedItem[] {
  const lists: (readonly MarkedItem[])[] = [];
  for (const [kind, items] of byKind) {
    const ofKind = progress.get(kind);
    if (ofKind !== undefined && !isDone(ofKind)) lists.push(items);
  }
  const [only = [], ...more] = lists;
  if (more.length === 0) return only;
  return [...new Set(lists.flat())].sort((one, other) => one.from - other.from);
}

function isAnyWanted(marks: Iterable<Mark>, progress: Progress): boolean {
  for (const mark of marks) {
    const ofKind = progress.get(mark.kind);
    if (ofKind === undefined || isDone(ofKind)) continue;
    if (ofKind.firstHidden === undefined || hasRoom(mark, ofKind)) return true;
  }
  return false;
}

function hasRoom(mark: Mark, { shown, total, byMark, perMark }: ShownOfKind): boolean {
  return shown < total && (byMark.get(mark) ?? 0) < perMark;
}

function takeShown(marked: MarkedItem, folding: Folding, progress: Progress): readonly Finding[] {
  const marks = marksOf(marked.item);
  return folding.findingsOf(marked).filter((finding, index) => {
    const mark = marks[index];
    if (mark?.isAccepted) return false;
    const ofKind = mark && progress.get(mark.kind);
    if (mark === undefined || ofKind === undefined) return true;
    if (!hasRoom(mark, ofKind)) {
      ofKind.firstHidden ??= finding;
      return false;
    }
    ofKind.shown++;
    ofKind.byMark.set(mark, (ofKind.byMark.get(mark) ?? 0) + 1);
    return true;
  });
}

/** What stands for the findings of a kind that are not shown; a single one is shown itself. */
function standIn(
  { kind, shown, byMark, firstHidden }: ShownOfKind,
  localizer: Localizer,
): readonly Finding[] {
  if (firstHidden === undefined) return [];
  const count = kind.count - shown;
  if (count === 1) return [firstHidden];
  const message = hiddenMessage({ kind, count, shown: byMark, first: firstHidden }, localizer);
  const { related, ...finding } = firstHidden;
  return [{ ...finding, message, fixes: [], hidden: count }];
}

function marksIn(chunk: Chunk<ItemData>, marksByChunk: MarksByChunk): ChunkMarks {
  const known = marksByChunk.get(chunk);
  if (known) return known;
  const byKind = new Map<MarkKind, MarkedItem[]>();
  for (const marked of markedItemsIn([chunk]))
    for (const kind of new Set(marksOf(marked.item).map((mark) => mark.kind))) {
      const items = byKind.get(kind);
      if (items === undefined) byKind.set(kind, [marked]);
      else items.push(marked);
    }
  marksByChunk.set(chunk, byKind);
  return byKind;
}
