import type { Localizer } from '../text/localization';
import { gzipNote, invalidBytesNote, noteAbout, stopNote } from './reading-notes';
import type { Unpacked, UnpackProblem } from './unpack-text';

/** As much of a text as the editor passes to extensions, in UTF-16 units. */
export const maxShownLength = 50 * 1024 * 1024;

/** Shown while a packed file is unpacked. */
export function unpackingText(file: string, { t }: Localizer): string {
  return t('Unpacking "{0}"', file);
}

/** Shown when somebody types into the text of a packed file. */
export function packedReadOnlyText({ t }: Localizer): string {
  return t('The text of a packed file is read-only. To edit it, unpack the file first');
}

/** Why a packed file is not shown as text, and what can be done instead. */
export function notShownText(
  file: string,
  unpacked: Exclude<Unpacked, { kind: 'text' }>,
  localizer: Localizer,
): string {
  const note =
    unpacked.kind === 'stopped'
      ? stopNote(unpacked.reason, localizer)
      : localizer.t(
          "has more than 50 MB of text, too much for the editor. Check its folder instead, or use the command line: 'cts-trace check FILE'",
        );
  return noteAbout(file, note, localizer);
}

/** The message of a finding on a packed file. Its name is left out: a list of findings has it already. */
export function unpackProblemText(problem: UnpackProblem, localizer: Localizer): string {
  return localizer.t('The packed file {0}', problemNote(problem, localizer));
}

function problemNote(problem: UnpackProblem, localizer: Localizer): string {
  switch (problem.kind) {
    case 'gzip':
      return gzipNote(problem.outcome, localizer);
    case 'invalid-bytes':
      return invalidBytesNote(problem, localizer);
  }
}

/** What a panel says in place of a packed file, such as one side of a comparison; it can open the text. */
export function elsewhereText(file: string, localizer: Localizer): string {
  return noteAbout(file, localizer.t('is packed. Its text opens in a tab of its own'), localizer);
}

/** Said if not two files are to be compared. */
export function notTwoText({ t }: Localizer): string {
  return t('Select two packed files in the explorer to compare their texts');
}

/** The names of what can be done with a packed file. */
export function packedActions({ t }: Localizer) {
  return { open: t('Open Unpacked'), checkFolder: t('Check Folder') } as const;
}
