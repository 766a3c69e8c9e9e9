import type { Trace } from '../../../core/record/trace';
import { escapeControlCharacters, escapeUnsafe } from '../json-text';

/**
 * A record as it is in its file, on one line: without line breaks between its values and the indentation after them.
 * Characters that could steer a terminal are escaped, so that its values stay the same.
 */
export function rawRecord({ text, isWellFormed }: Pick<Trace, 'text' | 'isWellFormed'>): string {
  // A line break in valid JSON is never in a string
  if (isWellFormed) return escapeUnsafe(text.replace(/[\r\n]+[ \t]*/g, ''));
  return escapeControlCharacters(text.replace(/[\r\n]+[ \t]*/g, ' ').replaceAll('\t', ' '));
}
