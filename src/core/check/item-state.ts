import type { Chunk, Item } from '../file/items';
import type { Report } from '../rules/rule';
import type { Mark } from './marks';

/** What a check keeps of an item: the marks of its own rules, and what rules over the whole file go by. */
export class ItemState {
  item: Item<ItemState> | undefined;
  /** Where the item lies. */
  chunk: Chunk<ItemState> | undefined;
  /** What a rule over the whole file found at it. */
  fileWideMark: Mark | undefined;
  /** How that is told, once it was asked for. */
  fileWideReport: Report | undefined;
  /** How many records the page has; `undefined` where it is not whole. */
  recordCount: number | undefined;

  /**
   * @param key what the trace is known by among those of the file
   * @param statedCount how many records the page says it has
   */
  constructor(
    readonly marks: readonly Mark[],
    readonly key: string | undefined,
    readonly statedCount: number | undefined,
  ) {}
}

/** An item with findings, and where it is. */
export interface MarkedItem {
  readonly item: Item<ItemState>;
  readonly from: number;
  /** How many traces stand before it. */
  readonly traceNumber: number;
}

export const noMarks: readonly Mark[] = [];

/** All marks of an item, those of its own rules first. */
export function marksOf(state: ItemState | undefined): readonly Mark[] {
  if (state === undefined) return noMarks;
  return state.fileWideMark === undefined ? state.marks : [...state.marks, state.fileWideMark];
}
