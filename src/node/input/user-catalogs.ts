import type { Addition } from '../../core/catalog/service-catalog';
import { lineStartsOf, positionOf } from '../../core/text/lines';
import type { Localizer } from '../../core/text/localization';
import { type CatalogProblem, readUserCatalog } from '../../core/user-catalog/user-catalog';
import { type Io, writeNoticeAbout } from '../output/io';
import { readTextFile } from './read-text-file';

/**
 * What the catalogs of the user add.
 *
 * @returns `undefined` if one of them cannot be used, which has been reported
 */
export async function loadCatalogs(
  files: readonly string[],
  io: Io,
): Promise<readonly Addition[] | undefined> {
  const additions: (Addition | undefined)[] = [];
  for (const file of files) additions.push(await load(file, io));
  const usable = additions.filter((addition) => addition !== undefined);
  return usable.length === files.length ? usable : undefined;
}

async function load(file: string, io: Io): Promise<Addition | undefined> {
  const read = readTextFile(file, io.localizer);
  if ('reason' in read) {
    await writeNoticeAbout(io, file, read.reason);
    return undefined;
  }
  const catalog = readUserCatalog(read.text, file, io.localizer);
  if (catalog.problems === undefined) return catalog.addition;
  for (const problem of catalog.problems)
    await writeNoticeAbout(io, file, messageWithPosition(problem, read.text, io.localizer));
  return undefined;
}

/** The message of a problem in a file of the user, with its line and column. */
export function messageWithPosition(
  { message, span }: CatalogProblem,
  text: string,
  { t }: Localizer,
): string {
  const { line, column } = positionOf(lineStartsOf(text), span.offset);
  return t('line {0}, column {1}: {2}', line + 1, column + 1, message);
}
