import type { Localizer } from '../text/localization';
import type { Span } from '../text/span';
import type { Fix } from './rule';

/** How many characters of a value a message shows. */
const longestShown = 100;

/** A value as a message may show it: not endless, and nothing in it that turns or hides the words around it. */
export function displayValue(value: string): string {
  const visible = value.slice(0, 2 * longestShown).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u{FFFD}');
  const characters = [...visible];
  const isLong = characters.length > longestShown || value.length > 2 * longestShown;
  return isLong ? `${characters.slice(0, longestShown).join('')}…` : visible;
}

/** Names in quotation marks, one behind the other. */
export function quotedList(names: readonly string[], localizer: Localizer): string {
  return names.map((name) => localizer.t('"{0}"', displayValue(name))).join(localizer.t(', '));
}

/** Puts a text in the place of a value. It edits evidence, so the title says so. */
export function replaceText(localizer: Localizer, span: Span, text: string): Fix {
  return {
    title: localizer.t('Replace with "{0}" (edits the record)', text),
    edits: [{ span, text: JSON.stringify(text) }],
  };
}
