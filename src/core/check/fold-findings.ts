import { type Chunk, isRecord, lengthOf } from '../file/items';
import type { Localizer } from '../text/localization';
import type { Finding } from './finding';
import type { Mark, MarkTable } from './finding-marks';
import { type ItemState, type MarkedItem, marksOf } from './item-state';

/** How many findings of one rule with the same value are shown per file. */
export const maxShownOfValue = 50;
/** How many findings of one rule are shown per file. The editor keeps 1,000 for all rules together. */
export const maxShownOfRule = 100;

/** The marks of each chunk, cached by its identity. */
export type MarksByChunk = WeakMap<Chunk<ItemState>, ChunkMarks>;

interface ChunkMarks {
  readonly byRule: MarksByRule;
  /** The items with marks; `from` and `traceNumber` are relative to the chunk. */
  readonly items: readonly MarkedItem[];
}

type MarksByRule = ReadonlyMap<string, ReadonlySet<Mark>>;

export interface Folding {
  readonly marksByChunk: MarksByChunk;
  readonly chunks: readonly Chunk<ItemState>[];
  readonly marks: MarkTable;
  readonly localizer: Localizer;
  /** The findings of an item by the given rules. */
  findingsOf(marked: MarkedItem, rules: ReadonlySet<string>): readonly Finding[];
}

interface ShownOfRule {
  /** Findings shown so far. */
  count: number;
  /** Findings neither shown nor folded so far. */
  left: number;
  isFolded: boolean;
  /** Findings seen so far of each value. */
  readonly byValue: Map<string, number>;
}

/**
 * The findings to show. Those beyond the limits are not even made: a chunk whose rules and values have nothing left to
 * show is skipped.
 */
export function foldFindings(folding: Folding): readonly Finding[] {
  const shown = new Map<string, ShownOfRule>();
  const findings: Finding[] = [];
  let from = 0;
  let traceNumber = 0;
  const rules = folding.marks.rules();
  for (const chunk of folding.chunks) {
    if (!hasMore(rules, shown)) break;
    const { byRule, items } = marksIn(chunk, folding.marksByChunk);
    if (mayShowMore(byRule, shown)) {
      for (const marked of items) {
        const marks = marksOf(marked.item.data);
        if (!marks.some((mark) => isMarkWanted(mark, shown))) continue;
        const located = {
          item: marked.item,
          from: from + marked.from,
          traceNumber: traceNumber + marked.traceNumber,
        };
        findings.push(...foldItem(located, marks, { folding, shown }));
      }
    }
    from += chunk.sums.length;
    traceNumber += chunk.sums.traces + chunk.sums.damaged;
  }
  return findings;
}

interface Progress {
  readonly folding: Folding;
  readonly shown: Map<string, ShownOfRule>;
}

function foldItem(marked: MarkedItem, marks: readonly Mark[], progress: Progress): readonly Finding[] {
  const { folding, shown } = progress;
  const wanted = new Set(marks.filter((mark) => isMarkWanted(mark, shown)).map((mark) => mark.rule));
  const marksLeft = marks.filter((mark) => wanted.has(mark.rule));
  return folding
    .findingsOf(marked, wanted)
    .flatMap((finding, index) => foldFinding(finding, marksLeft[index], progress));
}

function foldFinding(
  finding: Finding,
  mark: Mark | undefined,
  { folding, shown }: Progress,
): readonly Finding[] {
  if (mark === undefined) return [finding];
  const { rule, value } = mark;
  const state = shown.get(rule) ?? startRule(rule, folding, shown);
  if (state.isFolded) return [];
  const ofValue = state.byValue.get(value) ?? 0;
  state.byValue.set(value, ofValue + 1);
  if (ofValue > maxShownOfValue) return [];
  if (state.count === maxShownOfRule) {
    state.isFolded = true;
    if (state.left === 1) return [finding];
    return [{ ...finding, message: moreOfRule(rule, state.left, folding.localizer), fixes: [] }];
  }
  if (ofValue === maxShownOfValue) {
    const more = folding.marks.countOfValue(rule, value) - maxShownOfValue;
    state.left -= more;
    return more === 1
      ? [finding]
      : [{ ...finding, message: moreOfValue(finding, more, folding.localizer), fixes: [] }];
  }
  state.count++;
  state.left--;
  return [finding];
}

function startRule(rule: string, { marks }: Folding, shown: Map<string, ShownOfRule>): ShownOfRule {
  const state = {
    count: 0,
    left: marks.countOfRule(rule),
    isFolded: false,
    byValue: new Map<string, number>(),
  };
  shown.set(rule, state);
  return state;
}

function hasMoreToShow(state: ShownOfRule | undefined): boolean {
  return state === undefined || (!state.isFolded && state.left > 0);
}

function hasMore(rules: Iterable<string>, shown: ReadonlyMap<string, ShownOfRule>): boolean {
  for (const rule of rules) if (hasMoreToShow(shown.get(rule))) return true;
  return false;
}

function mayShowMore(marks: MarksByRule, shown: ReadonlyMap<string, ShownOfRule>): boolean {
  for (const [rule, ofRule] of marks) {
    if (!hasMoreToShow(shown.get(rule))) continue;
    for (const mark of ofRule) if (isMarkWanted(mark, shown)) return true;
  }
  return false;
}

/** Whether neither the rule of a mark nor its value has been folded yet. */
function isMarkWanted({ rule, value }: Mark, shown: ReadonlyMap<string, ShownOfRule>): boolean {
  const state = shown.get(rule);
  return hasMoreToShow(state) && (state?.byValue.get(value) ?? 0) <= maxShownOfValue;
}

function marksIn(chunk: Chunk<ItemState>, marksByChunk: MarksByChunk): ChunkMarks {
  const known = marksByChunk.get(chunk);
  if (known) return known;
  const byRule = new Map<string, Set<Mark>>();
  const items: MarkedItem[] = [];
  let from = 0;
  let traceNumber = 0;
  for (const item of chunk.items) {
    const marks = marksOf(item.data);
    if (marks.length > 0) items.push({ item, from, traceNumber });
    for (const mark of marks) {
      const ofRule = byRule.get(mark.rule);
      if (ofRule === undefined) byRule.set(mark.rule, new Set([mark]));
      else ofRule.add(mark);
    }
    from += lengthOf(item);
    if (isRecord(item)) traceNumber++;
  }
  marksByChunk.set(chunk, { byRule, items });
  return { byRule, items };
}

function moreOfValue({ message }: Finding, count: number, { t }: Localizer): string {
  return t('{0} more like this in this file: {1}', count, message);
}

function moreOfRule(rule: string, count: number, { t }: Localizer): string {
  return t("{0} more {1} findings in this file; 'cts-trace check' lists them all", count, rule);
}
