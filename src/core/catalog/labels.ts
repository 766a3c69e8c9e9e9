import { type Bilingual, inLanguage, type Language } from '../text/localization';
import { isImsEvent } from './catalog';
import type { CatalogEvent } from './rows/row-types';
import { isListedEvent } from './service-catalog';

/** The official operation name, in the languages in which it is known. */
export function labelOf(event: CatalogEvent): Partial<Bilingual> {
  if (isImsEvent(event)) return event.label;
  return isListedEvent(event) ? event.label : {};
}

/** The official operation name in the user's language, else in the other one. */
export function findLabel(event: CatalogEvent, language: Language): string | undefined {
  const { en = '', zh = '' } = labelOf(event);
  return inLanguage({ en: en || zh, zh: zh || en }, language) || undefined;
}

/** The known official operation names, the user's language first. */
export function labelsIn(event: CatalogEvent, language: Language): readonly string[] {
  const { en = '', zh = '' } = labelOf(event);
  const both = language === 'en' ? [en, zh] : [zh, en];
  return both.filter((label) => label !== '');
}
