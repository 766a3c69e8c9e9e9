import { type Chunk, lengthOf } from '../file/items';
import type { ItemData, ItemState } from './item-state';

/** Where items are in the file. The starts of its chunks are kept until these change. */
export class ItemOffsets {
  private chunksWithStarts: readonly Chunk<ItemData>[] | undefined;
  private chunkStarts: ReadonlyMap<Chunk<ItemData>, number> = new Map();

  constructor(private readonly chunks: () => readonly Chunk<ItemData>[]) {}

  /** Offset of an item in the file, after its lead. */
  of({ item, chunk }: ItemState): number {
    if (item === undefined || chunk === undefined) return 0;
    let at = this.startOfChunk(chunk);
    for (const current of chunk.items) {
      if (current === item) break;
      at += lengthOf(current);
    }
    return at + item.lead;
  }

  private startOfChunk(chunk: Chunk<ItemData>): number {
    const chunks = this.chunks();
    if (this.chunksWithStarts !== chunks) {
      let at = 0;
      const starts = new Map<Chunk<ItemData>, number>();
      for (const current of chunks) {
        starts.set(current, at);
        at += current.sums.length;
      }
      this.chunkStarts = starts;
      this.chunksWithStarts = chunks;
    }
    return this.chunkStarts.get(chunk) ?? 0;
  }
}
