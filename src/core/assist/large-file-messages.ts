import { noteAbout } from '../input/reading-notes';
import type { Localizer } from '../text/localization';

/** Asked when a trace file is opened that the editor does not pass to extensions. */
export function largeFileQuestion(file: string, localizer: Localizer) {
  const { t } = localizer;
  return {
    message: noteAbout(
      file,
      t('is larger than 50 MB, so VS Code does not pass it to extensions. Check it from disk?'),
      localizer,
    ),
    check: t('Check File'),
  } as const;
}

/** Said instead where a file cannot be read piece by piece. */
export function largeFileLimit(file: string, localizer: Localizer): string {
  const note = localizer.t(
    "is larger than 50 MB, so VS Code does not pass it to extensions. Check it with VS Code on the desktop or the command line: 'cts-trace check FILE'",
  );
  return noteAbout(file, note, localizer);
}

/** Shown while a large file is read up to a place. */
export function readingText(file: string, { t }: Localizer): string {
  return t('Reading "{0}"', file);
}

/** The tab title of a part of a large file. */
export function partTitle(file: string, { t }: Localizer): string {
  return t('{0} (part)', file);
}

/** Said if there is no trace at a place. */
export function noPartText(file: string, localizer: Localizer): string {
  return noteAbout(file, localizer.t('has no trace there. Check it again'), localizer);
}
