import { type Chunk, type Item, isRecord } from '../file/items';
import { isInWrapper } from '../file/scan-state';
import type { ItemState } from './item-state';

/** Told of each count whether its page is whole, and how many records are in it then. */
export type RecordCountListener = (count: ItemState, found: number | undefined) => void;

/**
 * How many records stand in each page of a file. What lies within one chunk is judged once for as long as the chunk is
 * what it is; of the rest only what opens, closes or counts is gone through again.
 */
export class PageCounts {
  private readonly leftovers = new WeakMap<Chunk<ItemState>, readonly Token[]>();

  constructor(private readonly judge: RecordCountListener) {}

  settle(chunks: readonly Chunk<ItemState>[]): void {
    const reducer = new PageReducer(this.judge);
    reducer.take('top');
    for (const chunk of chunks) for (const token of this.leftoverOf(chunk)) reducer.take(token);
    reducer.take('top');
  }

  private leftoverOf(chunk: Chunk<ItemState>): readonly Token[] {
    const known = this.leftovers.get(chunk);
    if (known !== undefined) return known;
    const reducer = new PageReducer(this.judge);
    for (const item of chunk.items) takeItem(item, reducer);
    this.leftovers.set(chunk, reducer.left);
    return reducer.left;
  }
}

/** What is left of a stretch of items: a number stands for records in a row, `top` for no page being open. */
type Token = 'top' | 'open' | 'close' | 'broken' | number | ItemState;

function takeItem(item: Item<ItemState>, reducer: PageReducer): void {
  const { kind, state, isBroken, data } = item;
  if (!isInWrapper(state)) reducer.take('top');
  if (kind === 'wrapper-open') reducer.take('open');
  else if (kind === 'wrapper-close') reducer.take('close');
  else if (kind === 'syntax-error' || isBroken) reducer.take('broken');
  else if (isRecord(item)) reducer.take(1);
  else if (kind === 'count' && data?.statedCount !== undefined) reducer.take(data);
}

/** Judges every page that opens and closes among the tokens, and puts the number of its records in its place. */
class PageReducer {
  readonly left: Token[] = [];
  private opened = 0;
  /** Behind the last `top`: what stands before it, if anything, belongs to pages that were opened earlier. */
  private floor: number | undefined;

  constructor(private readonly judge: RecordCountListener) {}

  take(token: Token): void {
    const last = this.left.at(-1);
    if (token === 'top') this.discard();
    else if (token === 'close' && this.opened > 0) this.closePage();
    else if (typeof token === 'number' && typeof last === 'number')
      this.left[this.left.length - 1] = last + token;
    else if (last !== 'top' || token === 'open') this.push(token);
  }

  private push(token: Token): void {
    this.left.push(token);
    if (token === 'open') this.opened++;
  }

  /** What was opened before has no end. */
  private discard(): void {
    if (this.floor === undefined) this.floor = this.left.push('top');
    for (const token of this.left.slice(this.floor)) if (isCount(token)) this.judge(token, undefined);
    this.left.length = this.floor;
    this.opened = 0;
  }

  private closePage(): void {
    let found = 0;
    let isBroken = false;
    const counts: ItemState[] = [];
    this.opened--;
    for (let token = this.left.pop(); token !== undefined && token !== 'open'; token = this.left.pop()) {
      if (typeof token === 'number') found += token;
      else if (token === 'broken') isBroken = true;
      else if (isCount(token)) counts.push(token);
    }
    // The last count, which comes first here, is the one that holds
    for (const [index, count] of counts.entries())
      this.judge(count, isBroken || index > 0 ? undefined : found);
    if (isBroken) this.take('broken');
    if (found > 0) this.take(found);
  }
}

function isCount(token: Token): token is ItemState {
  return typeof token === 'object';
}
