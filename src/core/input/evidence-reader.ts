import { RecordStream, type StreamedItem } from '../file/record-stream';
import type { Position } from '../text/lines';
import { isGzip } from './gzip-header';
import { StreamDecoder } from './stream-decoder';

/** Why nothing more of a file can be read. */
export type StopReason =
  /** A ZIP archive, or an Excel table, which is one. */
  | { readonly kind: 'zip' }
  /** Gzipped inside of what was unpacked already. */
  | { readonly kind: 'gzip' }
  /** It contains NUL characters. */
  | { readonly kind: 'binary' }
  /** A value is longer than what is read; where it begins. */
  | { readonly kind: 'too-long'; readonly position: Position };

/** Bytes that are not valid in the encoding of a file: the first place, which reads as U+FFFD. */
export interface InvalidBytes {
  readonly encoding: string;
  readonly position: Position;
}

const zipStart = [0x50, 0x4b, 0x03, 0x04];

/** Reads the items of a file from its unpacked bytes, piece by piece, with bounded memory. */
export class EvidenceReader {
  private readonly decoder = new StreamDecoder();
  private readonly stream: RecordStream;
  private isBegun = false;
  /** The beginning of the text: as much as the first piece holds. */
  head = '';
  /** How many bytes have been added. */
  byteLength = 0;
  stopped: StopReason | undefined;
  invalidBytes: InvalidBytes | undefined;

  constructor(hint: { readonly isLineDelimited: boolean }) {
    this.stream = new RecordStream(hint);
  }

  get kind(): 'traces' | 'digest' | 'other' {
    if (this.stream.intactCount > 0) return 'traces';
    return this.stream.hasDigest ? 'digest' : 'other';
  }

  get traceCount(): number {
    return this.stream.traceCount;
  }

  /**
   * The items that are complete once the piece is added; none after reading has stopped.
   *
   * @param piece the first one has at least four bytes unless there are fewer
   */
  *add(piece: Uint8Array): Generator<StreamedItem> {
    if (this.stopped !== undefined) return;
    this.byteLength += piece.length;
    if (!this.isBegun) this.stopped = findSignature(piece);
    if (this.stopped !== undefined) return;
    yield* this.addText(this.decoder.decode(piece));
  }

  /** The items that are complete at the end of the file. Nothing is complete at the end if reading has stopped. */
  *end(): Generator<StreamedItem> {
    if (this.stopped !== undefined) return;
    const rest = this.decoder.end();
    if (rest !== '') yield* this.addText(rest);
    this.stream.end();
    yield* this.stream.items();
  }

  private *addText(text: string): Generator<StreamedItem> {
    if (!this.isBegun) this.head = text;
    this.isBegun = true;
    if (text.includes('\0')) {
      this.stopped = { kind: 'binary' };
      return;
    }
    this.stream.add(text);
    this.noteInvalidBytes();
    yield* this.stream.items();
    const position = this.stream.tooLongAt;
    if (position !== undefined) this.stopped = { kind: 'too-long', position };
  }

  private noteInvalidBytes(): void {
    const { firstInvalidAt: at, encodingTitle: encoding } = this.decoder;
    if (at === undefined || encoding === undefined) return;
    this.invalidBytes ??= { encoding, position: this.stream.positionOf(at) };
  }
}

/** @param bytes the beginning of a file, at least four if it has as many */
export function findSignature(bytes: Uint8Array): Extract<StopReason, { kind: 'zip' | 'gzip' }> | undefined {
  if (isGzip(bytes)) return { kind: 'gzip' };
  return zipStart.every((byte, index) => bytes[index] === byte) ? { kind: 'zip' } : undefined;
}
