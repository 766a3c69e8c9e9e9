import type { Catalog } from '../../catalog/catalog';
import { findAttribute } from '../../catalog/rows/attributes';
import { isMeaningful } from '../../record/already-masked';
import { outcomeOf } from '../../record/outcome';
import { findString } from '../../record/trace';
import { inLanguage, type Translate } from '../../text/localization';
import { code, type Document, lines, text } from '../../text/markdown';
import type { ExplainValue } from '../parts/explanation';
import { findFailedAlthough } from '../parts/outcome-lines';
import { heading } from '../parts/phrases';

/** Explains a documented value of the field. */
export function explainListedValue(field: string): ExplainValue {
  return (value, _trace, { localizer }) => {
    const listed = findAttribute(field)?.values?.find((row) => row.value === value);
    return (
      listed && [
        lines(heading(field, code(listed.value), text(inLanguage(listed.meaning, localizer.language)))),
      ]
    );
  };
}

/** Explains `trace_rating` or its older name; notes if `code` seems to contradict it. */
export function explainRating(field: string): ExplainValue {
  const explainValue = explainListedValue(field);
  return (value, trace, settings) => {
    const outcome = outcomeOf(trace);
    const caution = outcome.rating === value ? findFailedAlthough(outcome, settings.localizer) : undefined;
    return caution === undefined
      ? explainValue(value, trace, settings)
      : [lines(heading(field, code(`${value}`), text(caution)))];
  };
}

export const explainService: ExplainValue = (value, _trace, { localizer: { t }, catalog }) => {
  if (typeof value !== 'string' || !isMeaningful(value)) return undefined;
  return [lines(heading('service_type', code(value), text(serviceText(value, catalog, t))))];
};

function serviceText(service: string, catalog: Catalog, t: Translate): string {
  const names = catalog.namesOf(service).length;
  switch (catalog.findCoverage(service)) {
    case 'complete':
      return t('Image Management Service; its events are built in');
    case 'region':
      return names === 1
        ? t('1 event name known (public lists and the list of your region)')
        : t('{0} event names known (public lists and the list of your region)', names);
    case 'partial':
      return names === 1
        ? t('1 event name known (public lists are incomplete)')
        : t('{0} event names known (public lists are incomplete)', names);
    case undefined:
      return t('No built-in event list for this service');
  }
}

/** Explains `resource_type` in traces of IMS. */
export const explainResourceType: ExplainValue = (value, trace, { localizer: { t }, catalog }) => {
  if (catalog.findCoverage(findString(trace, 'service_type') ?? '') !== 'complete') return undefined;
  if (value === 'ims') return resourceTypeDocument(value, t("IMS's own operation"));
  if (value === 'image') {
    return resourceTypeDocument(value, t('OpenStack (Glance) call made by IMS'));
  }
  return undefined;
};

function resourceTypeDocument(value: string, meaning: string): Document {
  return [lines(heading('resource_type', code(value), text(meaning)))];
}
