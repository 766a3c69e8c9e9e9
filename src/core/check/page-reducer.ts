import { type Item, isRecord } from '../file/items';
import { isInWrapper } from '../scanning/scan-state';

/**
 * What page counts depend on: a number is that of consecutive records; `top` means that no page is open; `broken` is an
 * error, which makes a count unreliable; an object is the count of a page.
 */
export type PageToken<Count extends object> = 'top' | 'open' | 'close' | 'broken' | number | Count;

/** Receives the number of records in the page of a count; `undefined` if the page is incomplete or broken. */
export type RecordCountListener<Count> = (count: Count, recordCount: number | undefined) => void;

/** Reports each page that opens and closes among the tokens, and replaces it by the number of its records. */
export class PageReducer<Count extends object> {
  readonly tokens: PageToken<Count>[] = [];
  private openPages = 0;
  /** Index after the only `top`; tokens before that belong to pages that were opened in earlier chunks. */
  private floor: number | undefined;

  constructor(private readonly onRecordCount: RecordCountListener<Count>) {}

  take(token: PageToken<Count>): void {
    const last = this.tokens.at(-1);
    if (token === 'top') this.discard();
    else if (token === 'close' && this.openPages > 0) this.closePage();
    else if (typeof token === 'number' && typeof last === 'number')
      this.tokens[this.tokens.length - 1] = last + token;
    else if (last !== 'top' || token === 'open') this.push(token);
  }

  private push(token: PageToken<Count>): void {
    this.tokens.push(token);
    if (token === 'open') this.openPages++;
  }

  /** Drops open pages: they have no end. */
  private discard(): void {
    if (this.floor === undefined) this.floor = this.tokens.push('top');
    if (this.tokens.length === this.floor) return;
    for (const token of this.tokens.slice(this.floor))
      if (isCount(token)) this.onRecordCount(token, undefined);
    this.tokens.length = this.floor;
    this.openPages = 0;
  }

  private closePage(): void {
    let recordCount = 0;
    let isBroken = false;
    const counts: Count[] = [];
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

/** @param count that of a page, if the item is one */
export function takeItem<Count extends object>(
  item: Pick<Item<unknown>, 'kind' | 'state' | 'isBroken'>,
  count: Count | undefined,
  reducer: PageReducer<Count>,
): void {
  const { kind, state, isBroken } = item;
  if (!isInWrapper(state)) reducer.take('top');
  if (kind === 'wrapper-open') reducer.take('open');
  else if (kind === 'wrapper-close') reducer.take('close');
  else if (kind === 'syntax-error' || isBroken) reducer.take('broken');
  else if (isRecord(item)) reducer.take(1);
  else if (kind === 'count' && count !== undefined) reducer.take(count);
}

function isCount<Count extends object>(token: PageToken<Count>): token is Count {
  return typeof token === 'object';
}
