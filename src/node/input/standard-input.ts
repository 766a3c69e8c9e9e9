/** How much of standard input is kept to be read again, in bytes. */
const maxKept = 64 * 1024 * 1024;

/** Standard input, which ends for good: what it begins with is kept, so that copies of traces can be read again. */
export class StandardInput {
  private kept: Uint8Array[] = [];
  private keptLength = 0;
  private isBegun = false;

  constructor(private readonly stream: NodeJS.ReadableStream) {}

  /** All of it; when it is read again, nothing if it was too long to be kept. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    if (this.isBegun) {
      yield* this.kept;
      return;
    }
    this.isBegun = true;
    for await (const chunk of this.stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      this.keep(bytes);
      yield bytes;
    }
  }

  /** Waits for nothing more. */
  close(): void {
    if ('destroy' in this.stream && typeof this.stream.destroy === 'function') this.stream.destroy();
  }

  private keep(bytes: Uint8Array): void {
    this.keptLength += bytes.length;
    if (this.keptLength <= maxKept) this.kept.push(bytes);
    else this.kept = [];
  }
}
