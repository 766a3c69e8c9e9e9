import { joinBytes } from '../text/join-bytes';
import type { Position } from '../text/lines';
import type { ByteReader } from './byte-reader';
import { findSignature, type InvalidBytes, type StopReason } from './evidence-reader';
import { type GzipOutcome, gunzip, type InflateHost } from './gunzip';
import { isGzip } from './gzip-header';
import { StreamDecoder } from './stream-decoder';
import { TextPlaces } from './text-places';

/** What was wrong with a file that was unpacked, and where in its text that shows. */
export type UnpackProblem =
  | {
      readonly kind: 'gzip';
      readonly outcome: Exclude<GzipOutcome, 'whole'>;
      /** Of a wrong checksum the beginning of the first member that it is of; otherwise the end of the text. */
      readonly position: Position;
    }
  | ({ readonly kind: 'invalid-bytes' } & InvalidBytes);

/** The text of a file, as far as it could be unpacked. */
export interface UnpackedText {
  readonly kind: 'text';
  /** Without a byte order mark. */
  readonly text: string;
  readonly problems: readonly UnpackProblem[];
}

export type Unpacked =
  | UnpackedText
  | { readonly kind: 'too-long' }
  | { readonly kind: 'stopped'; readonly reason: Extract<StopReason, { kind: 'zip' | 'gzip' | 'binary' }> };

export interface UnpackOptions {
  readonly host: InflateHost;
  /** A longer text is given up, in UTF-16 units: no more of it is unpacked. */
  readonly maxLength: number;
}

/**
 * Unpacks a file that is to be shown as text; one that is not gzipped is read as it is.
 *
 * Yields after each piece, so that the caller can check the clock.
 */
export async function* unpackText(
  file: ByteReader,
  { host, maxLength }: UnpackOptions,
): AsyncGenerator<undefined, Unpacked> {
  const text = new TextBuilder(maxLength);
  const start = await file.take(2);
  file.unread(start);
  const outcome = isGzip(start) ? yield* unpackMembers(file, host, text) : yield* readPlain(file, text);
  return text.finish(outcome);
}

async function* unpackMembers(
  file: ByteReader,
  host: InflateHost,
  text: TextBuilder,
): AsyncGenerator<undefined, GzipOutcome> {
  const members = gunzip(file, host, (_, isIntact) => text.endMember(isIntact));
  try {
    for (;;) {
      const step = await members.next();
      if (step.done) return step.value;
      if (!text.add(step.value)) return 'whole';
      yield;
    }
  } finally {
    await members.return('whole');
  }
}

async function* readPlain(file: ByteReader, text: TextBuilder): AsyncGenerator<undefined, 'whole'> {
  for (let piece = await file.read(); piece !== undefined; piece = await file.read()) {
    if (!text.add(piece)) break;
    yield;
  }
  return 'whole';
}

/** Puts the text together, as long as it is to be read on. */
class TextBuilder {
  private readonly decoder = new StreamDecoder();
  private readonly parts: string[] = [];
  private readonly places = new TextPlaces();
  /** The first bytes, while there are too few to say what they are. */
  private start: Uint8Array | undefined = new Uint8Array(0);
  private given: Exclude<Unpacked, UnpackedText> | undefined;
  private invalidAt: Position | undefined;

  constructor(private readonly maxLength: number) {}

  /** @returns false if the rest is not needed */
  add(piece: Uint8Array): boolean {
    if (this.start === undefined) return this.append(this.decoder.decode(piece));
    const start = joinBytes([this.start, piece]);
    this.start = start.length < signatureLength ? start : undefined;
    return this.start !== undefined || this.begin(start);
  }

  endMember(isIntact: boolean): void {
    this.places.endMember(isIntact);
  }

  finish(outcome: GzipOutcome): Unpacked {
    if (this.start !== undefined && this.given === undefined) this.begin(this.start);
    if (this.given === undefined) this.append(this.decoder.end());
    if (this.given !== undefined) return this.given;
    const problems = [...this.gzipProblems(outcome), ...this.invalidBytes()];
    return { kind: 'text', text: this.parts.join(''), problems };
  }

  private begin(bytes: Uint8Array): boolean {
    const reason = findSignature(bytes);
    if (reason !== undefined) return this.giveUp({ kind: 'stopped', reason });
    return this.append(this.decoder.decode(bytes));
  }

  private append(text: string): boolean {
    if (text.includes('\0')) return this.giveUp({ kind: 'stopped', reason: { kind: 'binary' } });
    if (this.places.length + text.length > this.maxLength) return this.giveUp({ kind: 'too-long' });
    const { firstInvalidAt } = this.decoder;
    if (firstInvalidAt !== undefined) this.invalidAt ??= this.places.positionIn(text, firstInvalidAt);
    this.places.add(text);
    this.parts.push(text);
    return true;
  }

  private giveUp(given: Exclude<Unpacked, UnpackedText>): false {
    this.given = given;
    this.parts.length = 0;
    return false;
  }

  private gzipProblems(outcome: GzipOutcome): readonly UnpackProblem[] {
    if (outcome === 'whole') return [];
    const { end, brokenMember } = this.places;
    return [{ kind: 'gzip', outcome, position: (outcome === 'wrong-checksum' && brokenMember) || end }];
  }

  private invalidBytes(): readonly UnpackProblem[] {
    const { encodingTitle: encoding } = this.decoder;
    if (this.invalidAt === undefined || encoding === undefined) return [];
    return [{ kind: 'invalid-bytes', encoding, position: this.invalidAt }];
  }
}

/** As many bytes as tell what a file is. */
const signatureLength = 4;
