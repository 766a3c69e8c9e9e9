import { createInflateRaw, inflateRawSync, crc32 as platformCrc32 } from 'node:zlib';
import type { ByteReader } from '../../core/input/byte-reader';
import { crc32 } from '../../core/input/crc32';
import type { InflateHost, InflateOutcome } from '../../core/input/gunzip';
import type { InflateAllHost } from '../../core/input/gunzip-small';

/** Data that are unpacked in one go are not longer than this, in bytes. */
const maxLengthInOneGo = 16 * 1024 * 1024;
const chunkSize = 256 * 1024;

/** Node has it from 20.15 on. */
const checksum: InflateHost['crc32'] =
  typeof platformCrc32 === 'function' ? (bytes, before) => platformCrc32(bytes, before) : crc32;

/** Unpacks with the zlib of Node. */
export const inflateHost: InflateHost & InflateAllHost = { inflate, inflateAll, crc32: checksum };

function inflateAll(bytes: Uint8Array, at: number): ReturnType<InflateAllHost['inflateAll']> {
  try {
    // With `info`, the engine comes with the data; its type is not declared
    const inflated: unknown = inflateRawSync(bytes.subarray(at), {
      info: true,
      maxOutputLength: maxLengthInOneGo,
    });
    return isInflated(inflated) ? { data: inflated.buffer, used: inflated.engine.bytesWritten } : undefined;
  } catch {
    return undefined;
  }
}

interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

function isInflated(value: unknown): value is Inflated {
  return typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value;
}

/** How much is given to zlib at a time, so that it gives back a thousand times as much at most. */
const inputLength = 16 * 1024;

async function* inflate(reader: ByteReader): AsyncGenerator<Uint8Array, InflateOutcome> {
  const small = await inflateSmall(reader);
  if (small === undefined) return yield* inflateStream(reader);
  yield small;
  return 'end';
}

/** The data of a stream that is short, for which one of zlib takes far longer; `undefined` of any other. */
async function inflateSmall(reader: ByteReader): Promise<Uint8Array | undefined> {
  const piece = await reader.read();
  if (piece === undefined) return undefined;
  const inflated = inflateAll(piece.subarray(0, inputLength), 0);
  reader.unread(piece.subarray(inflated?.used ?? 0));
  return inflated?.data;
}

async function* inflateStream(reader: ByteReader): AsyncGenerator<Uint8Array, InflateOutcome> {
  const inflater = new Inflater();
  try {
    for (;;) {
      const piece = await reader.read();
      const input = piece?.subarray(0, inputLength);
      if (piece !== undefined && input !== undefined) reader.unread(piece.subarray(input.length));
      await inflater.write(input);
      yield* inflater.takeOutput();
      const { outcome } = inflater;
      if (outcome === undefined) continue;
      if (outcome === 'end') reader.unread(inflater.unused());
      return outcome;
    }
  } finally {
    inflater.close();
  }
}

/** A stream of zlib that is written to step by step, so that no data is lost when it fails. */
class Inflater {
  private readonly stream = createInflateRaw({ chunkSize });
  private output: Uint8Array[] = [];
  /** What was written and may not have been used. */
  private inputs: Uint8Array[] = [];
  private writtenLength = 0;
  private resume: () => void = () => {};
  /** `undefined` while it goes on. */
  outcome: InflateOutcome | undefined;

  constructor() {
    this.stream.on('data', (data: Uint8Array) => this.output.push(data));
    this.stream.on('end', () => this.finish('end'));
    this.stream.on('error', (error) => this.finish(isCut(error) ? 'cut' : 'damaged'));
  }

  /** @param input `undefined` at the end of the data */
  async write(input: Uint8Array | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      this.resume = resolve;
      if (input === undefined) {
        this.stream.end();
        return;
      }
      this.inputs.push(input);
      this.writtenLength += input.length;
      this.stream.write(input, () => resolve());
    });
    this.forgetUsed();
  }

  takeOutput(): readonly Uint8Array[] {
    const taken = this.output;
    this.output = [];
    return taken;
  }

  /** What was written behind the end of the stream. */
  unused(): Uint8Array {
    const length = this.writtenLength - this.stream.bytesWritten;
    const last = Buffer.concat(this.inputs);
    return last.subarray(last.length - length);
  }

  close(): void {
    this.stream.destroy();
  }

  private finish(outcome: InflateOutcome): void {
    this.outcome ??= outcome;
    this.resume();
  }

  private forgetUsed(): void {
    let kept = this.inputs.reduce((sum, { length }) => sum + length, 0);
    const unused = this.writtenLength - this.stream.bytesWritten;
    for (
      let [first] = this.inputs;
      first !== undefined && kept - first.length >= unused;
      [first] = this.inputs
    ) {
      kept -= first.length;
      this.inputs.shift();
    }
  }
}

function isCut(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
}
