import { type Encoding, encodingOf } from '../text/detect-encoding';
import { joinBytes } from '../text/join-bytes';

/** Decodes UTF-8, or UTF-16 with a byte order mark, piece by piece. Invalid bytes become U+FFFD. */
export class StreamDecoder {
  private encoding: Encoding | undefined;
  private decoder: TextDecoder | undefined;
  /** The last bytes before the next piece: a character may begin in them. */
  private tail: Uint8Array = new Uint8Array(0);
  /** How much text was decoded, in UTF-16 units. */
  private length = 0;
  /** Offset in the text of the first U+FFFD that stands for invalid bytes; `undefined` without one. */
  firstInvalidAt: number | undefined;

  /** `undefined` before the first piece. */
  get encodingTitle(): string | undefined {
    return this.encoding?.title;
  }

  /** @param bytes the first piece has at least two unless there are fewer */
  decode(bytes: Uint8Array): string {
    this.encoding ??= encodingOf(bytes);
    this.decoder ??= new TextDecoder(this.encoding.name);
    const text = this.decoder.decode(bytes, { stream: true });
    this.note(text, bytes);
    return text;
  }

  /** What is left at the end: U+FFFD if it is in the middle of a character. */
  end(): string {
    const text = this.decoder?.decode() ?? '';
    if (text !== '') this.firstInvalidAt ??= this.length;
    return text;
  }

  /** The text may contain U+FFFD itself: only what exceeds that stands for invalid bytes. */
  private note(text: string, bytes: Uint8Array): void {
    if (this.firstInvalidAt === undefined && text.includes(replacement)) this.findInvalid(text, bytes);
    this.length += text.length;
    const tail = bytes.length >= maxTail ? bytes : joinBytes([this.tail, bytes]);
    this.tail = tail.slice(-maxTail);
  }

  private findInvalid(text: string, bytes: Uint8Array): void {
    const name = this.encoding?.name ?? '';
    const isValid =
      name === 'utf-8' ? this.countValid(bytes) === countReplaced(text) : isDecodable(bytes, name);
    // Which one stands for invalid bytes is not searched for among those that are in the text themselves
    if (!isValid) this.firstInvalidAt = this.length + text.indexOf(replacement);
  }

  /** How often U+FFFD itself is in the bytes, one included that began before them. */
  private countValid(piece: Uint8Array): number {
    const bytes = joinBytes([this.tail, piece]);
    let count = 0;
    for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
      if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd && at + 3 > this.tail.length) count++;
    return count;
  }
}

const replacement = '\u{FFFD}';
/** A character of UTF-8 has at most four bytes. */
const maxTail = 3;

function countReplaced(text: string): number {
  return text.split(replacement).length - 1;
}

function isDecodable(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
