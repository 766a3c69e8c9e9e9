import { type Chunk, type Item, isRecord } from '../file/items';
import { isInWrapper } from '../scanning/scan-state';
import type { ItemState } from './item-state';

/** Receives the number of records in the page of a count; `undefined` if the page is incomplete or broken. */
export type RecordCountListener = (count: ItemState, recordCount: number | undefined) => void;

/**
 * Counts the records in each page of a file. Pages within one chunk are counted once, as chunks are immutable; for
 * those that span several chunks, only the remaining tokens of each chunk are processed again.
 */
export class PageCounts {
  private readonly remaining = new WeakMap<Chunk<ItemState>, readonly Token[]>();

  constructor(private readonly onRecordCount: RecordCountListener) {}

  settle(chunks: readonly Chunk<ItemState>[]): void {
    const reducer = new PageReducer(this.onRecordCount);
    reducer.take('top');
    for (const chunk of chunks) for (const token of this.remainingOf(chunk)) reducer.take(token);
    reducer.take('top');
  }

  private remainingOf(chunk: Chunk<ItemState>): readonly Token[] {
    const known = this.remaining.get(chunk);
    if (known !== undefined) return known;
    const reducer = new PageReducer(this.onRecordCount);
    for (const item of chunk.items) takeItem(item, reducer);
    this.remaining.set(chunk, reducer.tokens);
    return reducer.tokens;
  }
}

/**
 * What page counts depend on: a number is that of consecutive records; `top` means that no page is open; `broken` is an
 * error, which makes a count unreliable; an {@link ItemState} is the count of a page.
 */
type Token = 'top' | 'open' | 'close' | 'broken' | number | ItemState;

function takeItem(item: Item<ItemState>, reducer: PageReducer): void {
  const { kind, state, isBroken, data } = item;
  if (!isInWrapper(state)) reducer.take('top');
  if (kind === 'wrapper-open') reducer.take('open');
  else if (kind === 'wrapper-close') reducer.take('close');
  else if (kind === 'syntax-error' || isBroken) reducer.take('broken');
  else if (isRecord(item)) reducer.take(1);
  else if (kind === 'count' && data?.declaredCount !== undefined) reducer.take(data);
}

/** Reports each page that opens and closes among the tokens, and replaces it by the number of its records. */
class PageReducer {
  readonly tokens: Token[] = [];
  private openPages = 0;
  /** Index after the only `top`; tokens before that belong to pages that were opened in earlier chunks. */
  private floor: number | undefined;

  constructor(private readonly onRecordCount: RecordCountListener) {}

  take(token: Token): void {
    const last = this.tokens.at(-1);
    if (token === 'top') this.discard();
    else if (token === 'close' && this.openPages > 0) this.closePage();
    else if (typeof token === 'number' && typeof last === 'number')
      this.tokens[this.tokens.length - 1] = last + token;
    else if (last !== 'top' || token === 'open') this.push(token);
  }

  private push(token: Token): void {
    this.tokens.push(token);
    if (token === 'open') this.openPages++;
  }

  /** Drops open pages: they have no end. */
  private discard(): void {
    if (this.floor === undefined) this.floor = this.tokens.push('top');
    for (const token of this.tokens.slice(this.floor))
      if (isCount(token)) this.onRecordCount(token, undefined);
    this.tokens.length = this.floor;
    this.openPages = 0;
  }

  private closePage(): void {
    let recordCount = 0;
    let isBroken = false;
    const counts: ItemState[] = [];
    this.openPages--;
    for (let token = this.tokens.pop(); token !== undefined && token !== 'open'; token = this.tokens.pop()) {
      if (typeof token === 'number') recordCount += token;
      else if (token === 'broken') isBroken = true;
      else if (isCount(token)) counts.push(token);
    }
    // Of repeated counts the last one is valid, which was popped first
    for (const [index, count] of counts.entries())
      this.onRecordCount(count, isBroken || index > 0 ? undefined : recordCount);
    if (isBroken) this.take('broken');
    if (recordCount > 0) this.take(recordCount);
  }
}

function isCount(token: Token): token is ItemState {
  return typeof token === 'object';
}
