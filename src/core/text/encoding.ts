/** What bytes are decoded by. */
interface Encoding {
  /** As `TextDecoder` knows it. */
  readonly name: string;
  readonly title: string;
}

/** What a text in another encoding than UTF-8 begins with: a shell of Windows writes the response of an API as UTF-16. */
const marked: readonly (Encoding & { readonly mark: readonly [number, number] })[] = [
  { mark: [0xff, 0xfe], name: 'utf-16le', title: 'UTF-16' },
  { mark: [0xfe, 0xff], name: 'utf-16be', title: 'UTF-16' },
];
const otherwise: Encoding = { name: 'utf-8', title: 'UTF-8' };

/** UTF-8, or UTF-16 with a byte order mark. */
export function findEncoding(bytes: Uint8Array): Encoding {
  return marked.find(({ mark: [first, second] }) => bytes[0] === first && bytes[1] === second) ?? otherwise;
}
