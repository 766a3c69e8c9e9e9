/** A file with its SHA-256 in hexadecimal. */
export interface Checksum {
  readonly sha256: string;
  /** The path of the file; bytes if it is not UTF-8. */
  readonly location: string | Uint8Array;
}

/**
 * Lines as `sha256sum` writes them and `sha256sum --check` reads them: a backslash at the beginning if line breaks or
 * backslashes in the name are escaped.
 */
export function* checksumLines(checksums: Iterable<Checksum>): Generator<Uint8Array> {
  for (const { sha256, location } of checksums) {
    const name = Buffer.from(location).toString('latin1');
    const escaped = name.replace(/[\\\n\r]/g, (character) => escapes[character] ?? character);
    yield Buffer.from(`${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`, 'latin1');
  }
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };
