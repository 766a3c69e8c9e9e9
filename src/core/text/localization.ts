/** The languages of every message: English and Simplified Chinese. */
export type Language = 'en' | 'zh-cn';

/** A text of the catalog in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/**
 * Gives a message in the user's language. The English text is the key; `{0}`, `{1}` … stand for the arguments.
 */
export type Translate = (message: string, ...values: readonly (string | number)[]) => string;

/** A language with its messages: handed to everything that speaks to the user. */
export interface Localizer {
  readonly language: Language;
  readonly t: Translate;
}

/**
 * @param messages the translations by English text; a message that is missing there is shown in English
 */
export function createLocalizer(language: Language, messages: Readonly<Record<string, string>>): Localizer {
  const t: Translate = (message, ...values) => {
    const found = language === 'en' || !Object.hasOwn(messages, message) ? message : messages[message];
    return (found ?? message).replace(/\{(\d)\}/g, (hole, index) => String(values[Number(index)] ?? hole));
  };
  return { language, t };
}

/** The text in the user's language. */
export function inLanguage(text: Bilingual, language: Language): string {
  return language === 'en' ? text.en : text.zh;
}
