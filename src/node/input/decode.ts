import { encodingOf } from '../../core/text/encoding';

/** Why bytes are no text. */
export type NoText = 'gzip' | 'zip' | 'binary' | 'too-long';

/** A text without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  /** The encoding in which some bytes mean nothing and stand as U+FFFD; `undefined` where all mean something. */
  readonly brokenEncoding: string | undefined;
}

/** The text of a file, or why there is none. */
export type Decoded = DecodedText | { readonly problem: NoText };

/** What a file begins with that is no text. */
const signatures: readonly { readonly bytes: readonly number[]; readonly problem: NoText }[] = [
  { bytes: [0x1f, 0x8b], problem: 'gzip' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], problem: 'zip' },
];

/** Decodes UTF-8, or UTF-16 with a byte order mark. What is not valid there gives U+FFFD. */
export function decode(bytes: Uint8Array): Decoded {
  const signature = signatures.find((known) => beginsWith(bytes, known.bytes));
  if (signature) return { problem: signature.problem };
  const { name, title } = encodingOf(bytes);
  const text = tryDecode(bytes, name);
  if (text === undefined) return { problem: 'too-long' };
  if (text.includes('\0')) return { problem: 'binary' };
  // The file may hold the character itself
  const isBroken = text.includes('\u{FFFD}') && tryDecode(bytes, name, { fatal: true }) === undefined;
  return { text, brokenEncoding: isBroken ? title : undefined };
}

/** A string has a longest length; longer ones cannot be made. */
function tryDecode(
  bytes: Uint8Array,
  encoding: string,
  options: { readonly fatal: boolean } = { fatal: false },
): string | undefined {
  try {
    return new TextDecoder(encoding, options).decode(bytes);
  } catch {
    return undefined;
  }
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
