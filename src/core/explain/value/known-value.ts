import { findAttribute } from '../../catalog/rows/attributes';
import type { Attribute } from '../../catalog/rows/row-types';
import { isPlaceholder } from '../../record/already-masked';
import type { JsonValue } from '../../text/json';
import { inLanguage, type Translate } from '../../text/localization';
import { type Document, lines } from '../../text/markdown';
import type { ExplainSettings } from '../parts/explanation';
import { heading, sentence } from '../parts/phrases';

/**
 * What can be said of any value of a known field: its kind, unless it is plain to see, and the meaning of the field. The
 * value itself is under the pointer and is not repeated, as it may be a credential.
 */
export function explainKnownValue(
  field: string,
  value: JsonValue,
  { localizer }: ExplainSettings,
): Document | undefined {
  const attribute = findAttribute(field);
  if (attribute === undefined) return undefined;
  const meaning = inLanguage(attribute.meaning, localizer.language);
  return [lines(heading(field, sentence(kindText(attribute, value, localizer.t)), sentence(meaning)))];
}

function kindText(
  { types = [], values = [] }: Attribute,
  value: JsonValue,
  t: Translate,
): string | undefined {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return t('empty');
  if (typeof value === 'string' && isPlaceholder(value)) return t('masked');
  if (Array.isArray(value)) return elementsText(value.length, t);
  if (typeof value === 'object') return keysText(Object.keys(value).length, t);
  if (values.length > 0) return t('not a documented value');
  // Fields that hold JSON as a rule
  return typeof value === 'string' && types.includes('array') ? t('{0} characters', value.length) : undefined;
}

function elementsText(count: number, t: Translate): string {
  return count === 1 ? t('JSON array with 1 element') : t('JSON array with {0} elements', count);
}

function keysText(count: number, t: Translate): string {
  return count === 1 ? t('JSON object with 1 key') : t('JSON object with {0} keys', count);
}
