import type { Localizer } from '../text/localization';
import type { UserCatalog } from './user-catalog';

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
export function unreadableCatalog(setting: string, { t }: Localizer): UserCatalog {
  const message = t("Cannot read the catalog. Check the setting '{0}'", setting);
  return { problems: [{ message, span: { offset: 0, length: 0 } }] };
}
