import { maskText } from '../secrets/mask-text';
import { truncate } from '../text/display-text';
import { alternatives, type Localizer } from '../text/localization';
import type { Span } from '../text/span';
import type { Fix } from './rule';

/** Longer values are truncated; in characters. */
const maxLength = 100;

/** Of longer values no more is looked at; in UTF-16 units. */
const maxSearchedLength = 4096;

/**
 * A value for use in a message: truncated, with its credentials masked, without control characters and others that could
 * disguise the text around it.
 */
export function displayValue(value: string): string {
  return truncate(maskText(value.slice(0, maxSearchedLength), 'value'), maxLength);
}

/** Stands for a line number in a message. It is in no value of a file, see {@link displayValue}. */
export const lineMark = '\u0000';

/** What precedes and what follows the {@link lineMark} in a message. */
export function aroundLine(message: string): readonly [before: string, after: string] {
  const [before = '', after = ''] = message.split(lineMark);
  return [before, after];
}

/** The names in quotation marks, separated by commas. */
export function quotedList(names: readonly string[], localizer: Localizer): string {
  return names.map((name) => localizer.t('"{0}"', displayValue(name))).join(localizer.t(', '));
}

/** The names in quotation marks, of which one is meant: "a", "b" or "c". */
export function quotedAlternatives(names: readonly string[], localizer: Localizer): string {
  const quoted = names.map((name) => localizer.t('"{0}"', displayValue(name)));
  return alternatives(quoted, localizer.language);
}

/** A fix that replaces a value by a string. It edits evidence, and its title says so. */
export function replaceText(localizer: Localizer, span: Span, text: string): Fix {
  return {
    title: localizer.t('Replace with "{0}" (edits the record)', text),
    edits: [{ span, text: JSON.stringify(text) }],
  };
}
