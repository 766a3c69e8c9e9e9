import { readFileSync } from 'node:fs';
import { objectParts } from '../../core/evidence/object-name';

/**
 * Reads signatures that the user copied from the metadata of objects: on each line one in hexadecimal, then the path of the
 * digest in the bucket. Empty lines and lines that begin with `#` are ignored.
 *
 * @returns the signatures by path, or the number of the first line that is none, from 1
 * @throws what the file system does
 */
export function readSignatureList(file: string): ReadonlyMap<string, string> | { readonly badLine: number } {
  const signatures = new Map<string, string>();
  for (const [index, line] of readFileSync(file, 'utf8').split(/\r?\n/).entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const [, signature = '', object = ''] = /^([\da-f]{2,})\s+(\S.*)$/i.exec(text) ?? [];
    if (object === '') return { badLine: index + 1 };
    signatures.set(objectParts(object).join('/'), signature);
  }
  return signatures;
}
