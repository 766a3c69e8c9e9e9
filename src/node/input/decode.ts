import { encodingOf } from '../../core/text/detect-encoding';

/** Why bytes cannot be decoded to text. */
export type DecodeProblem = 'gzip' | 'zip' | 'binary' | 'too-long';

/** Text without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  /** The encoding in which some bytes were invalid and became U+FFFD; `undefined` if all were valid. */
  readonly brokenEncoding: string | undefined;
}

export type Decoded = DecodedText | { readonly problem: DecodeProblem };

/** Magic numbers of files that are not text. */
const signatures: readonly { readonly bytes: readonly number[]; readonly problem: DecodeProblem }[] = [
  { bytes: [0x1f, 0x8b], problem: 'gzip' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], problem: 'zip' },
];

/** Decodes UTF-8, or UTF-16 with a byte order mark. Invalid bytes become U+FFFD. */
export function decode(bytes: Uint8Array): Decoded {
  const signature = signatures.find((known) => beginsWith(bytes, known.bytes));
  if (signature) return { problem: signature.problem };
  const { name, title } = encodingOf(bytes);
  const text = tryDecode(bytes, name);
  if (text === undefined) return { problem: 'too-long' };
  if (text.includes('\0')) return { problem: 'binary' };
  // The file may also contain a valid U+FFFD
  const isBroken = text.includes('\u{FFFD}') && tryDecode(bytes, name, { fatal: true }) === undefined;
  return { text, brokenEncoding: isBroken ? title : undefined };
}

/** `undefined` if the text exceeds the maximum string length or, with `fatal`, if bytes are invalid. */
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
