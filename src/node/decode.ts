/** Why bytes are no text. */
export type NoText = 'gzip' | 'zip' | 'binary' | 'too-long';

/** The text of a file without its byte order mark, or why there is none. */
export type Decoded = { readonly text: string } | { readonly problem: NoText };

/** What a file begins with that is no text. */
const signatures: readonly { readonly bytes: readonly number[]; readonly problem: NoText }[] = [
  { bytes: [0x1f, 0x8b], problem: 'gzip' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], problem: 'zip' },
];

/** What a text in another encoding than UTF-8 begins with. */
const encodings = [
  { mark: [0xff, 0xfe], name: 'utf-16le' },
  { mark: [0xfe, 0xff], name: 'utf-16be' },
] as const;

/** Decodes UTF-8, or UTF-16 with a byte order mark. What is not valid there gives U+FFFD. */
export function decode(bytes: Uint8Array): Decoded {
  const signature = signatures.find((known) => beginsWith(bytes, known.bytes));
  if (signature) return { problem: signature.problem };
  const encoding = encodings.find(({ mark }) => beginsWith(bytes, mark));
  const text = tryDecode(bytes, encoding?.name ?? 'utf-8');
  if (text === undefined) return { problem: 'too-long' };
  return text.includes('\0') ? { problem: 'binary' } : { text };
}

/** A string has a longest length; longer ones cannot be made. */
function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
