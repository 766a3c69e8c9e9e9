import type { Localizer } from '../text/localization';

/** The tab title of a formatted view. */
export function formattedTitle(file: string, { t }: Localizer): string {
  return t('{0} (formatted)', file);
}

/** The tab title of a packed file that is shown unpacked. */
export function unpackedTitle(file: string, { t }: Localizer): string {
  return t('{0} (unpacked)', file);
}

/** Shown when somebody types into a formatted view. */
export function readOnlyText({ t }: Localizer): string {
  return t(
    'The formatted view is read-only. To edit, use "Show Original"; a packed file must be unpacked first',
  );
}

/** Shown in place of a formatted view that the editor would not pass to extensions. */
export function tooLargeText(file: string, { t }: Localizer): string {
  return t('"{0}" is over 50 MB when formatted; the editor cannot show findings in it', file);
}

/** A question with its answers. */
export interface LongLinesQuestion {
  readonly message: string;
  readonly open: string;
  readonly always: string;
  readonly never: string;
}

/** Asked when a file with long lines is opened. */
export function longLinesQuestion(file: string, { t }: Localizer): LongLinesQuestion {
  return {
    message: t('The lines of "{0}" are too long to read. Open it formatted?', file),
    open: t('Open Formatted'),
    always: t('Always'),
    never: t('Never'),
  };
}

/** Shown while a large file is formatted. */
export function formattingText(file: string, { t }: Localizer): string {
  return t('Formatting "{0}"', file);
}

/** Marks JSON that is in a string in the original. */
export interface OpenedStringMark {
  readonly label: string;
  readonly tooltip: string;
}

export function openedStringMark({ t }: Localizer): OpenedStringMark {
  return {
    label: t('JSON in a string'),
    tooltip: t('In the file, this value is a string that contains JSON'),
  };
}
