export interface Encoding {
  /** A label that `TextDecoder` accepts. */
  readonly name: string;
  readonly title: string;
}

/** Windows shells write the response of an API as UTF-16. */
const byteOrderMarks: readonly (Encoding & { readonly mark: readonly [number, number] })[] = [
  { mark: [0xff, 0xfe], name: 'utf-16le', title: 'UTF-16' },
  { mark: [0xfe, 0xff], name: 'utf-16be', title: 'UTF-16' },
];
const utf8: Encoding = { name: 'utf-8', title: 'UTF-8' };

/** UTF-8 unless the bytes begin with a byte order mark of UTF-16. */
export function encodingOf(bytes: Uint8Array): Encoding {
  return (
    byteOrderMarks.find(({ mark: [first, second] }) => bytes[0] === first && bytes[1] === second) ?? utf8
  );
}
