import { type Chunk, type Item, isRecord } from '../file/items';
import type { Note } from './item-state';

/** Told of each count whether its page is whole, and how many records are in it then. */
export type Judge = (count: Note, found: number | undefined) => void;

/**
 * How many records stand in each page of a file. What lies within one chunk is judged once for as long as the chunk is
 * what it is; of the rest only what opens, closes or counts is gone through again.
 */
export class Pages {
  private readonly leftovers = new WeakMap<Chunk<Note>, readonly Token[]>();

  constructor(private readonly judge: Judge) {}

  settle(chunks: readonly Chunk<Note>[]): void {
    const reducer = new Reducer(this.judge);
    reducer.take('top');
    for (const chunk of chunks) for (const token of this.leftoverOf(chunk)) reducer.take(token);
    reducer.take('top');
  }

  private leftoverOf(chunk: Chunk<Note>): readonly Token[] {
    const known = this.leftovers.get(chunk);
    if (known !== undefined) return known;
    const reducer = new Reducer(this.judge);
    for (const item of chunk.items) takeItem(item, reducer);
    this.leftovers.set(chunk, reducer.left);
    return reducer.left;
  }
}

/** What is left of a stretch of items: a number stands for records in a row, `top` for no page being open. */
type Token = 'top' | 'open' | 'close' | 'broken' | number | Note;

function takeItem(item: Item<Note>, reducer: Reducer): void {
  const { kind, state, isBroken, note } = item;
  if (!state.includes('w')) reducer.take('top');
  if (kind === 'open' || kind === 'close') reducer.take(kind);
  else if (kind === 'spot' || isBroken) reducer.take('broken');
  else if (isRecord(item)) reducer.take(1);
  else if (kind === 'count' && note?.count !== undefined) reducer.take(note);
}

/** Judges every page that opens and closes among the tokens, and puts the number of its records in its place. */
class Reducer {
  readonly left: Token[] = [];
  private opened = 0;
  /** Behind the last `top`: what stands before it, if anything, belongs to pages that were opened earlier. */
  private floor: number | undefined;

  constructor(private readonly judge: Judge) {}

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
    const counts: Note[] = [];
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

function isCount(token: Token): token is Note {
  return typeof token === 'object';
}
