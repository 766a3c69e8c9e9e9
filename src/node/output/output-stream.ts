/** Where text goes, collected into pieces and no faster than it is taken. */
export interface Output {
  write(text: string): Promise<void>;
  /** Hands over what was collected. */
  flush(): Promise<void>;
  /** Whether nobody takes it any more, as `head` does when it has seen enough. */
  readonly isClosed: boolean;
  /** What went wrong with writing, a full disk for example; a closed pipe is nothing wrong. */
  readonly problem: NodeJS.ErrnoException | undefined;
  readonly hasColour: boolean;
  /** How wide the terminal is; `undefined` where there is none. */
  readonly columns: number | undefined;
}

export type OutputStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** How much is collected, in UTF-16 units. */
const pieceLength = 64 * 1024;

export function createOutput(stream: OutputStream, hasColour: boolean): Output {
  let pieces: string[] = [];
  let length = 0;
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('error', (error) => {
    failure ??= error;
  });
  const flush = async () => {
    const text = pieces.join('');
    pieces = [];
    length = 0;
    if (text !== '' && failure === undefined)
      await new Promise<void>((resolve) => stream.write(text, () => resolve()));
  };
  return {
    write: async (text) => {
      pieces.push(text);
      length += text.length;
      if (length >= pieceLength) await flush();
    },
    flush,
    get isClosed() {
      return failure !== undefined;
    },
    get problem() {
      return failure?.code === 'EPIPE' ? undefined : failure;
    },
    hasColour,
    // A terminal that does not know its width says 0
    columns: (stream.isTTY && stream.columns) || undefined,
  };
}
