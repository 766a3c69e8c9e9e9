import { existsSync } from 'node:fs';
import type { Acceptance } from '../../core/accepted/acceptance';
import { readAcceptedFile } from '../../core/accepted/accepted-format';
import { type Io, writeNoticeAbout } from '../output/io';
import { readTextFile } from './read-text-file';
import { messageWithPosition } from './user-catalogs';

/**
 * The acceptances in a file.
 *
 * @param mayBeNew whether there need not be a file yet
 * @returns `undefined` if the file cannot be used, which has been reported
 */
export async function loadAcceptances(
  file: string,
  mayBeNew: boolean,
  io: Io,
): Promise<readonly Acceptance[] | undefined> {
  if (mayBeNew && !existsSync(file)) return [];
  const read = readTextFile(file, io.localizer);
  if ('reason' in read) {
    await writeNoticeAbout(io, file, read.reason);
    return undefined;
  }
  const { acceptances, problems = [] } = readAcceptedFile(read.text, io.localizer);
  const [first] = problems;
  if (first !== undefined)
    await writeNoticeAbout(io, file, messageWithPosition(first, read.text, io.localizer));
  return acceptances;
}
