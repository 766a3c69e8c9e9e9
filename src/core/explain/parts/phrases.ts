import type { Language } from '../../text/localization';
import { code, type Inline, joinLines, type Line, strong, text } from '../../text/markdown';

const separator = ' · ';

/** Joins the parts of a line, skipping empty ones. */
export function joinParts(...parts: readonly Line[]): Line {
  return joinLines(parts, separator);
}

/** A list within a sentence, skipping empty items. */
export function enumerate(items: readonly Line[], language: Language): Line {
  return joinLines(items, comma(language));
}

/** A list of identifiers as a single code span: hovers pad each span, which would put a space before the comma. */
export function codes(names: readonly string[], language: Language): Line {
  return [code(names.join(comma(language)))];
}

function comma(language: Language): string {
  return language === 'en' ? ', ' : '、';
}

/** A line with a bold label; empty without content. `label` is translated and includes its colon. */
export function labelled(label: string, content: Line): Line {
  if (content.length === 0) return [];
  // A full-width colon needs no blank after it, but Markdown ends no emphasis between it and a letter
  if (label.endsWith('：')) return [strong(label.slice(0, -1)), text('：'), ...content];
  return [strong(label), text(' '), ...content];
}

/** A line of plain text; empty without content. */
export function sentence(content: string | undefined): Line {
  return content === undefined || content === '' ? [] : [text(content)];
}

/** The first line of a value's explanation: the field, then the value or its meaning. */
export function heading(field: string, ...content: readonly (Inline | Line)[]): Line {
  return joinParts([strong(field)], ...content.map((part) => ('kind' in part ? [part] : part)));
}

/** Clauses of one sentence. */
export function joinClauses(clauses: readonly string[], language: Language): string {
  return clauses.join(language === 'en' ? '; ' : '；');
}

/** Joins alternatives with “or”. */
export function joinChoices(values: readonly (string | number)[], language: Language): string {
  return values.join(language === 'en' ? ' or ' : ' 或 ');
}

/** Joins sentences: with a space in English, without one in Chinese. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'en' ? ' ' : '');
}
