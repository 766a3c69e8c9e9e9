import { joinBytes } from '../text/join-bytes';

/** Bytes that are read piece by piece; what was read too far can be put back. */
export class ByteReader {
  private readonly iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  private pending: Uint8Array | undefined;
  /** How many bytes have been read and not put back. */
  offset = 0;

  constructor(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.iterator =
      Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  }

  /** The next piece, never empty; `undefined` at the end. */
  async read(): Promise<Uint8Array | undefined> {
    const { pending } = this;
    this.pending = undefined;
    const piece = pending ?? (await this.next());
    this.offset += piece?.length ?? 0;
    return piece;
  }

  /** Puts back the end of what was read last. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.offset -= bytes.length;
    const { pending } = this;
    if (pending === undefined) this.pending = bytes;
    else this.pending = findUnion(bytes, pending) ?? joinBytes([bytes, pending]);
  }

  /** The next bytes, fewer only at the end. */
  async take(count: number): Promise<Uint8Array> {
    let taken: Uint8Array = new Uint8Array(0);
    while (taken.length < count) {
      const piece = await this.read();
      if (piece === undefined) break;
      taken = taken.length === 0 ? piece : joinBytes([taken, piece]);
    }
    this.unread(taken.subarray(count));
    return taken.subarray(0, count);
  }

  /** Reads nothing more: what the pieces come from is closed. */
  async close(): Promise<void> {
    await this.iterator.return?.();
  }

  private async next(): Promise<Uint8Array | undefined> {
    for (;;) {
      const { done, value } = await this.iterator.next();
      if (done) return undefined;
      if (value.length > 0) return value;
    }
  }
}

/** Bytes and those that follow them, without copying; `undefined` if they do not follow each other in memory. */
function findUnion(bytes: Uint8Array, next: Uint8Array): Uint8Array | undefined {
  const isFollowed = bytes.buffer === next.buffer && bytes.byteOffset + bytes.length === next.byteOffset;
  return isFollowed ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length + next.length) : undefined;
}
