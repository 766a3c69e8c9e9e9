import { type Encoding, encodingOf } from '../text/detect-encoding';
import { joinBytes } from '../text/join-bytes';

/** Decodes UTF-8, or UTF-16 with a byte order mark, piece by piece. Invalid bytes become U+FFFD. */
export class StreamDecoder {
  private encoding: Encoding | undefined;
  private decoder: PieceDecoder | undefined;
  /** How much text was decoded, in UTF-16 units. */
  private length = 0;
  /** Offset in the text of the first U+FFFD, if one stands for invalid bytes; `undefined` if all are valid. */
  firstInvalidAt: number | undefined;

  /** `undefined` before the first piece. */
  get encodingTitle(): string | undefined {
    return this.encoding?.title;
  }

  /** @param bytes the first piece has at least three unless there are fewer */
  decode(bytes: Uint8Array): string {
    this.encoding ??= encodingOf(bytes);
    this.decoder ??=
      this.encoding.name === utf8 ? new Utf8PieceDecoder() : new StreamPieceDecoder(this.encoding.name);
    return this.note(this.decoder.decode(bytes));
  }

  /** What is left at the end: U+FFFD if it is in the middle of a character. */
  end(): string {
    return this.note(this.decoder?.end() ?? nothing);
  }

  private note({ text, isValid }: DecodedPiece): string {
    if (!isValid) this.firstInvalidAt ??= this.length + text.indexOf(replacement);
    this.length += text.length;
    return text;
  }
}

interface DecodedPiece {
  readonly text: string;
  /** Whether all bytes were valid. */
  readonly isValid: boolean;
}

interface PieceDecoder {
  decode(bytes: Uint8Array): DecodedPiece;
  end(): DecodedPiece;
}

const utf8 = 'utf-8';
const replacement = '\u{FFFD}';
const nothing: DecodedPiece = { text: '', isValid: true };

/** Shared, since they keep nothing: several times as fast as decoders of streams. */
const firstDecoder = new TextDecoder(utf8);
const furtherDecoder = new TextDecoder(utf8, { ignoreBOM: true });

/** Keeps back what is in the middle of a character. */
class Utf8PieceDecoder implements PieceDecoder {
  private kept: Uint8Array = new Uint8Array(0);
  private decoder = firstDecoder;

  decode(piece: Uint8Array): DecodedPiece {
    const bytes = this.kept.length === 0 ? piece : joinBytes([this.kept, piece]);
    const end = bytes.length - incompleteLength(bytes);
    this.kept = bytes.slice(end);
    return this.decodeWhole(bytes.subarray(0, end));
  }

  end(): DecodedPiece {
    return this.kept.length === 0 ? nothing : this.decodeWhole(this.kept);
  }

  private decodeWhole(bytes: Uint8Array): DecodedPiece {
    const text = this.decoder.decode(bytes);
    if (bytes.length > 0) this.decoder = furtherDecoder;
    // The text may contain U+FFFD itself: only what exceeds that stands for invalid bytes
    const isValid = !text.includes(replacement) || countReplaced(text) === countItself(bytes);
    return { text, isValid };
  }
}

/** How many bytes at the end begin a character of UTF-8 that goes on behind them. */
function incompleteLength(bytes: Uint8Array): number {
  for (let length = 1; length <= Math.min(maxCharacter - 1, bytes.length); length++) {
    const byte = bytes[bytes.length - length] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return length < lengthOfCharacter(byte) ? length : 0;
  }
  return 0;
}

const maxCharacter = 4;

function lengthOfCharacter(first: number): number {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
}

function countReplaced(text: string): number {
  return text.split(replacement).length - 1;
}

/** How often U+FFFD itself is in the bytes. */
function countItself(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  return count;
}

/** Which U+FFFD stands for invalid bytes is not searched for among those that are in the text themselves. */
class StreamPieceDecoder implements PieceDecoder {
  private readonly decoder: TextDecoder;
  private readonly strict: TextDecoder;
  private isValid = true;

  constructor(encoding: string) {
    this.decoder = new TextDecoder(encoding);
    this.strict = new TextDecoder(encoding, { fatal: true });
  }

  decode(bytes: Uint8Array): DecodedPiece {
    return { text: this.decoder.decode(bytes, { stream: true }), isValid: this.validate(bytes) };
  }

  end(): DecodedPiece {
    const text = this.decoder.decode();
    return { text, isValid: text === '' };
  }

  private validate(bytes: Uint8Array): boolean {
    try {
      if (this.isValid) this.strict.decode(bytes, { stream: true });
    } catch {
      this.isValid = false;
      return false;
    }
    return true;
  }
}
