import type { Localizer } from '../text/localization';

/** The tab title of a formatted view. */
export function formattedTitle(file: string, { t }: Localizer): string {
  return t('{0} (formatted)', file);
}

/** Shown when somebody types into a formatted view. */
export function readOnlyText({ t }: Localizer): string {
  return t('The formatted view is only for reading; what can be edited is the original');
}

/** Shown in place of a formatted view that the editor would not pass to extensions. */
export function tooLargeText(file: string, { t }: Localizer): string {
  return t('Formatted, "{0}" is larger than the 50 MB that the editor shows with findings', file);
}
