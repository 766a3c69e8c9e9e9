import { findAttribute } from '../../catalog/rows/attributes';
import type { JsonValue } from '../../text/json';
import { inLanguage, type Localizer } from '../../text/localization';
import { type Line, lines, text } from '../../text/markdown';
import type { ExplainSettings, ExplainValue, ResourceSummary } from '../parts/explanation';
import { momentText } from '../parts/moments';
import { heading, sentence } from '../parts/phrases';

/** Explains `resource_id` or `resource_name` by the traces of that resource in the file, if they were counted. */
export function explainResource(field: 'resource_id' | 'resource_name'): ExplainValue {
  return (value, _trace, settings) => {
    const { resource, localizer } = settings;
    if (resource === undefined || !isText(value)) return undefined;
    return [lines(heading(field, meaningOf(field, localizer)), summaryLine(resource, settings))];
  };
}

function isText(value: JsonValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

function meaningOf(field: string, { language }: Localizer): Line {
  const meaning = findAttribute(field)?.meaning;
  return sentence(meaning && inLanguage(meaning, language));
}

function summaryLine({ count, first, last }: ResourceSummary, settings: ExplainSettings): Line {
  const { t } = settings.localizer;
  if (count === 1) return [text(t('The only trace of this resource in this file'))];
  if (first === undefined || last === undefined)
    return [text(t('{0} traces of this resource in this file', count))];
  const [from, to] = [first, last].map((moment) => momentText(moment, settings.timeZone));
  return [text(t('{0} traces of this resource in this file, from {1} to {2}', count, from ?? '', to ?? ''))];
}
