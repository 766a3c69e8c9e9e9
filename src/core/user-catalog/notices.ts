import { truncate } from '../text/display-text';
import type { Localizer } from '../text/localization';
import type { NewEvent } from './add-event';
import type { UserCatalog } from './user-catalog';

/** A notification and the labels of its buttons. */
export interface AddedNotice {
  readonly message: string;
  readonly open: string;
  readonly undo: string;
}

/** In characters, of the name of an event in a notification. */
const maxNameLength = 60;
/** In characters, of the path of a catalog in a message. */
const maxPathLength = 200;

/** Shown when an event was added. */
export function addedNotice({ name }: NewEvent, file: string, { t }: Localizer): AddedNotice {
  const message = t('Added "{0}" to {1}', truncate(name, maxNameLength), file);
  return { message, open: t('Open'), undo: t('Undo') };
}

/** Shown when adding an event could not be undone. */
export function notRemovedText({ name }: NewEvent, file: string, { t }: Localizer): string {
  return t('Could not undo it. Remove "{0}" from {1} yourself', truncate(name, maxNameLength), file);
}

/** Shown when an event cannot be added because the catalog is invalid or in another format. */
export function notAddedText(file: string, { t }: Localizer): string {
  return t('{0} is not a valid catalog. Fix it first; nothing was added', file);
}

export function notWrittenText(file: string, { t }: Localizer): string {
  return t('Could not write {0}. Make sure that it is a writable file and try again', file);
}

/** Shown when the catalog was written but the setting that lists it was not. */
export function notNamedText(file: string, setting: string, { t }: Localizer): string {
  return t('Could not write the setting. Add "{0}" to \'{1}\'', file, setting);
}

/** Stands in for a catalog that a setting lists and that cannot be read. */
export function unreadableCatalog(
  { path, setting, isMissing }: { path: string; setting: string; isMissing: boolean },
  { t }: Localizer,
): UserCatalog {
  const shown = truncate(path, maxPathLength);
  const message = isMissing
    ? t('Catalog "{0}" not found (setting \'{1}\')', shown, setting)
    : t('Cannot read the catalog "{0}" (setting \'{1}\')', shown, setting);
  return { problems: [{ message, span: { offset: 0, length: 0 } }] };
}
