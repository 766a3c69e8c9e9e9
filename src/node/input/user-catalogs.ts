import type { Catalog } from '../../core/catalog/catalog';
import type { Addition } from '../../core/catalog/service-catalog';
import { lineStartsOf, positionOf } from '../../core/text/lines';
import { type CatalogProblem, readUserCatalog } from '../../core/user-catalog/user-catalog';
import { type Io, writeNoticeAbout } from '../output/io';
import { readInput } from './read-input';

/**
 * The built-in catalog extended with the user's.
 *
 * @returns `undefined` if one of them cannot be used, which has been reported
 */
export async function loadCatalog(files: readonly string[], io: Io): Promise<Catalog | undefined> {
  const additions: (Addition | undefined)[] = [];
  for (const file of files) additions.push(await load(file, io));
  const usable = additions.filter((addition) => addition !== undefined);
  return usable.length === files.length ? io.catalog.with(usable) : undefined;
}

async function load(file: string, io: Io): Promise<Addition | undefined> {
  const input = { kind: 'file', path: file, location: file, isNamed: true } as const;
  const read = await readInput(input, io.stdin, io.localizer);
  if ('reason' in read) {
    await writeNoticeAbout(io, file, read.reason);
    return undefined;
  }
  const catalog = readUserCatalog(read.text, file, io.localizer);
  if (catalog.problems === undefined) return catalog.addition;
  for (const problem of catalog.problems)
    await writeNoticeAbout(io, file, messageWithPosition(problem, read.text, io));
  return undefined;
}

function messageWithPosition({ message, span }: CatalogProblem, text: string, { localizer }: Io): string {
  const { line, column } = positionOf(lineStartsOf(text), span.offset);
  return localizer.t('line {0}, column {1}: {2}', line + 1, column + 1, message);
}
