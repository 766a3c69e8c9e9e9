import type { Language } from '../../text/localization';
import { code, type Inline, joinLines, type Line, strong, text } from '../../text/markdown';

/** Between the parts of a line. */
const separator = ' · ';

/** Puts the parts of a line behind each other; empty ones are left out. */
export function joinParts(...parts: readonly Line[]): Line {
  return joinLines(parts, separator);
}

/** A list within a sentence; empty items are left out. */
export function enumerate(items: readonly Line[], language: Language): Line {
  return joinLines(items, comma(language));
}

/** Identifiers side by side. One span: a blank that hovers draw around each would stand before the comma. */
export function codes(names: readonly string[], language: Language): Line {
  return [code(names.join(comma(language)))];
}

function comma(language: Language): string {
  return language === 'en' ? ', ' : '、';
}

/** A line that begins with a label in bold, such as `Why it matters:`. The label comes translated and with its colon. */
export function labelled(label: string, content: Line): Line {
  return content.length === 0 ? [] : [strong(label), text(' '), ...content];
}

/** A line of plain text; empty where there is none. */
export function sentence(content: string | undefined): Line {
  return content === undefined || content === '' ? [] : [text(content)];
}

/** The first line of an explanation of a value: the field, then the value or what it means. */
export function heading(field: string, ...content: readonly (Inline | Line)[]): Line {
  return joinParts([strong(field)], ...content.map((part) => ('kind' in part ? [part] : part)));
}

/** Clauses of one sentence. */
export function joinClauses(clauses: readonly string[], language: Language): string {
  return clauses.join(language === 'en' ? '; ' : '；');
}

/** Values of which one is meant. */
export function joinChoices(values: readonly (string | number)[], language: Language): string {
  return values.join(language === 'en' ? ' or ' : ' 或 ');
}

/** Joins the sentences of a paragraph as the language does it: English puts a blank between them. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'en' ? ' ' : '');
}
