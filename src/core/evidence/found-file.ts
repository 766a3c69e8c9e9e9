import type { Digest, ListedFile } from './digest';
import { isPacked } from './object-index';
import { fails, holds, unchecked, type Verdict } from './verdict';

/** A file as it was found and hashed. */
export interface FoundFile {
  /** With slashes. */
  readonly path: string;
  /** Of all its bytes, hexadecimal in lower case; `undefined` if it could not be read to its end. */
  readonly md5: string | undefined;
  /**
   * The MD5 of its bytes up to the end of each gzip member but the last, and up to the last one if there are bytes after it;
   * `undefined` if they were not computed.
   */
  readonly prefixes?: readonly string[];
}

/** A file that is a digest, with what it says; `undefined` if it is not complete JSON. */
export interface FoundDigest extends FoundFile {
  readonly digest: Digest | undefined;
}

/** How a hash that was recorded compares with a file that is here. */
export type Comparison = 'equal' | 'differs' | 'appended' | 'unreadable' | 'repacked' | 'algorithm';

export function compare(listed: ListedFile, file: FoundFile): Comparison {
  if (file.md5 === undefined) return 'unreadable';
  if (listed.algorithm.toUpperCase() !== 'MD5') return 'algorithm';
  if (file.md5 === listed.hash) return 'equal';
  if (isPacked(listed.object) !== isPacked(file.path)) return 'repacked';
  return file.prefixes?.includes(listed.hash) ? 'appended' : 'differs';
}

/** @param isEncrypted whether hashes around it say nothing */
export function verdictOf(comparison: Comparison, isEncrypted: boolean): Verdict {
  switch (comparison) {
    case 'equal':
      return holds;
    case 'differs':
      return isEncrypted ? unchecked('encrypted') : fails('hash-differs');
    case 'appended':
      return fails('data-appended');
    case 'unreadable':
    case 'repacked':
    case 'algorithm':
      return unchecked(comparison);
  }
}
