/** Buffered output that waits for a slow reader. */
export interface Output {
  write(text: string): Promise<void>;
  /** Writes what is buffered. */
  flush(): Promise<void>;
  /** Whether writing failed, for example because `head` closed the pipe. */
  readonly isClosed: boolean;
  /** Why writing failed, for example a full disk; a closed pipe is no problem. */
  readonly problem: NodeJS.ErrnoException | undefined;
  readonly hasColour: boolean;
  /** Width of the terminal; `undefined` if unknown or not a terminal. */
  readonly columns: number | undefined;
}

export type OutputStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** How much is buffered before it is written, in UTF-16 units. */
const bufferLength = 64 * 1024;

export function createOutput(stream: OutputStream, hasColour: boolean): Output {
  let buffered: string[] = [];
  let length = 0;
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('error', (error) => {
    failure ??= error;
  });
  const flush = async () => {
    const text = buffered.join('');
    buffered = [];
    length = 0;
    if (text !== '' && failure === undefined)
      await new Promise<void>((resolve) => stream.write(text, () => resolve()));
  };
  return {
    write: async (text) => {
      buffered.push(text);
      length += text.length;
      if (length >= bufferLength) await flush();
    },
    flush,
    get isClosed() {
      return failure !== undefined;
    },
    get problem() {
      return failure?.code === 'EPIPE' ? undefined : failure;
    },
    hasColour,
    // A terminal of unknown width reports 0
    columns: (stream.isTTY && stream.columns) || undefined,
  };
}
