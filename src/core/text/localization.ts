import { lazy } from './lazy';

/** The languages of every message: English and Simplified Chinese. */
export type Language = 'en' | 'zh-cn';

/** The language for a locale such as `zh-TW` or `zh_CN.UTF-8`: Chinese for any `zh`, otherwise English. */
export function languageOfLocale(locale: string): Language {
  return /^zh(?![a-z])/i.test(locale) ? 'zh-cn' : 'en';
}

/** A string of the catalog in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** Gives a message in the user's language. The English text is the key; the arguments replace `{0}`, `{1}` … */
export type Translate = (message: string, ...values: readonly (string | number)[]) => string;

/** The user's language with its messages: passed to everything that produces text for people. */
export interface Localizer {
  readonly language: Language;
  readonly t: Translate;
}

/** @param messages the translations by English text; a message without one stays in English */
export function createLocalizer(language: Language, messages: Readonly<Record<string, string>>): Localizer {
  const parts = new Map<string, readonly string[]>();
  const t: Translate = (message, ...values) => {
    const template = language === 'en' || !Object.hasOwn(messages, message) ? message : messages[message];
    if (values.length === 0) return template ?? message;
    const known = parts.get(message) ?? (template ?? message).split(placeholder);
    parts.set(message, known);
    return fillIn(known, values);
  };
  return { language, t };
}

const placeholder = /\{(\d)\}/;

/** @param parts text and the digits of placeholders in turn */
function fillIn(parts: readonly string[], values: readonly (string | number)[]): string {
  let filled = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 2) {
    const digit = parts[index] ?? '';
    filled += `${values[Number(digit)] ?? `{${digit}}`}${parts[index + 1] ?? ''}`;
  }
  return filled;
}

export function inLanguage(text: Bilingual, language: Language): string {
  return language === 'en' ? text.en : text.zh;
}

/** With commas between thousands, as in both languages. */
export function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : value.toLocaleString('en-US');
}

/** Alternatives as a sentence names them: "a, b or c". */
export function alternatives(names: readonly string[], language: Language): string {
  return lists[language]().format(names);
}

/** Made on first use: that takes as long as starting the command line does otherwise. */
const lists: Readonly<Record<Language, () => Intl.ListFormat>> = {
  en: lazy(() => new Intl.ListFormat('en-GB', { type: 'disjunction' })),
  'zh-cn': lazy(() => new Intl.ListFormat('zh-CN', { type: 'disjunction' })),
};
