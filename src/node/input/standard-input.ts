/** How much of standard input is kept to be read again, in bytes. */
const maxKept = 64 * 1024 * 1024;

/** Standard input, which can be read once only: the beginning is kept so that traces can be compared. */
export class StandardInput {
  private kept: Uint8Array[] | undefined = [];
  private keptLength = 0;

  constructor(private readonly stream: NodeJS.ReadableStream) {}

  /** All that was read; `undefined` if it was more than is kept. */
  get all(): readonly Uint8Array[] | undefined {
    return this.kept;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      this.keptLength += bytes.length;
      if (this.keptLength <= maxKept) this.kept?.push(bytes);
      else this.kept = undefined;
      yield bytes;
    }
  }
}
