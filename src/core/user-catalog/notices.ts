import type { Localizer } from '../text/localization';
import type { UserCatalog } from './user-catalog';

/** What is said when a name cannot be taken into a catalog. */
export function notAddedText(file: string, { t }: Localizer): string {
  return t('{0} is broken or of another form: mend it first, nothing was added', file);
}

/** What is said when a catalog could not be written. */
export function notWrittenText(file: string, { t }: Localizer): string {
  return t('{0} could not be written: see that it is a file which may be changed, and try again', file);
}

/** What is said when a catalog was written, and the setting that names it could not be. */
export function notNamedText(file: string, setting: string, { t }: Localizer): string {
  return t('the setting could not be written: add "{0}" to "{1}"', file, setting);
}

/** What is known of a catalog that is not where a setting says. */
export function unreadableCatalog(setting: string, { t }: Localizer): UserCatalog {
  const message = t('the catalog cannot be read: see the setting "{0}"', setting);
  return { problems: [{ message, span: { offset: 0, length: 0 } }] };
}
