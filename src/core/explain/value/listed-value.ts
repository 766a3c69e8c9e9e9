import type { Catalog } from '../../catalog/catalog';
import { findAttribute } from '../../catalog/rows/attributes';
import type { ServiceName } from '../../catalog/rows/service-names';
import { findServiceName, serviceNameIn } from '../../catalog/service-names';
import { isMeaningful } from '../../record/already-masked';
import { outcomeOf } from '../../record/outcome';
import { findString } from '../../record/trace';
import { inLanguage, type Localizer, type Translate } from '../../text/localization';
import { code, type Document, fill, type Line, lines, text } from '../../text/markdown';
import type { ExplainValue } from '../parts/explanation';
import { pageLink } from '../parts/links';
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

export const explainService: ExplainValue = (value, _trace, { localizer, catalog }) => {
  if (typeof value !== 'string' || !isMeaningful(value)) return undefined;
  const name = findServiceName(value);
  const known = text(namesText(value, catalog, localizer.t));
  if (name === undefined) return [lines(heading('service_type', code(value), known))];
  return [
    lines(
      heading('service_type', code(value), text(serviceNameIn(name, localizer.language))),
      [known],
      nameSourceLine(name, localizer),
    ),
  ];
};

/** How many event names of the service are known. */
function namesText(service: string, catalog: Catalog, t: Translate): string {
  const names = catalog.namesOf(service).length;
  switch (catalog.findCoverage(service)) {
    case 'complete':
      return t('{0} event names known (all that the IMS guides list)', names);
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

function nameSourceLine({ source, en, englishSource = source }: ServiceName, localizer: Localizer): Line {
  const shown = localizer.language === 'en' && en !== undefined ? englishSource : source;
  return fill(localizer.t('Source of the name: {0}'), sourceLine(shown, localizer));
}

/** A page of the help centre, or a repository. */
function sourceLine(source: string, localizer: Localizer): Line {
  if (!source.endsWith('.html')) return [code(source)];
  const address = `support.huaweicloud.com/${source}`;
  return pageLink(address, `https://${address}`, localizer);
}

/** Explains `resource_type` where the catalog has it. */
export const explainResourceType: ExplainValue = (value, trace, { localizer, catalog }) => {
  const { language, t } = localizer;
  const service = findString(trace, 'service_type') ?? '';
  if (catalog.findCoverage(service) === 'complete') {
    if (value === 'ims') return resourceTypeDocument(value, t("IMS's own operation"));
    if (value === 'image') return resourceTypeDocument(value, t('OpenStack (Glance) call made by IMS'));
    return undefined;
  }
  if (typeof value !== 'string' || !isMeaningful(value)) return undefined;
  const count = catalog.eventsOf(service).filter(({ resourceType }) => resourceType === value).length;
  if (count === 0) return undefined;
  const name = findServiceName(service);
  const serviceText = name === undefined ? service : serviceNameIn(name, language);
  return resourceTypeDocument(
    value,
    count === 1
      ? t('resource type of 1 known event of {0}', serviceText)
      : t('resource type of {0} known events of {1}', count, serviceText),
  );
};

function resourceTypeDocument(value: string, meaning: string): Document {
  return [lines(heading('resource_type', code(value), text(meaning)))];
}
