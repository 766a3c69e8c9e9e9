import { findApiOperation } from '../../catalog/api-operations';
import { findCloseNames } from '../../catalog/close-names';
import { otherServicesWith } from '../../catalog/other-services';
import type { Coverage } from '../../catalog/rows/row-types';
import { outcomeOf } from '../../record/outcome';
import { findString, type Trace } from '../../record/trace';
import type { Localizer } from '../../text/localization';
import { code, type Document, fill, type Line, lines, strong, text } from '../../text/markdown';
import type { ExplainSettings } from '../parts/explanation';
import { outcomeLines } from '../parts/outcome-lines';
import { codes, joinParts } from '../parts/phrases';

/** Explains an event name that the catalog lacks for the service of the trace. */
export function unknownNameDocument(name: string, trace: Trace, settings: ExplainSettings): Document {
  const service = findString(trace, 'service_type') ?? '';
  return [
    lines(
      nameLine(name, trace),
      service === '' ? [] : absenceLine(name, service, settings),
      closeLine(name, service, trace, settings),
      knownForLine(name, service, settings),
      ...outcomeLines(outcomeOf(trace), undefined, settings),
    ),
  ];
}

function absenceLine(name: string, service: string, { catalog, localizer }: ExplainSettings): Line {
  const operation = findOperationText(name, service, { catalog, localizer });
  return [text(operation ?? unknownText(catalog.findCoverage(service), localizer))];
}

/** Says that a name is an operation of the API of the service, not an event. */
export function findOperationText(
  name: string,
  service: string,
  { catalog, localizer: { language, t } }: Pick<ExplainSettings, 'catalog' | 'localizer'>,
): string | undefined {
  const operation = findApiOperation(service, name, catalog);
  if (operation === undefined) return undefined;
  return operation.events.length === 0
    ? t('API operation, not an event name; its event is not documented')
    : t(
        'API operation, not an event name; probably recorded as {0} (inferred)',
        operation.events.join(language === 'en' ? ', ' : '、'),
      );
}

/** What it means that the name is not in the catalog. */
export function unknownText(coverage: Coverage | undefined, { t }: Localizer): string {
  switch (coverage) {
    case 'complete':
      return t("Not in any known IMS event list (2018–2026); add your region's list to be sure");
    case 'region':
      return t('Not in the list of your region that you added');
    case 'partial':
      return t(
        "Not in the public lists of this service, which are incomplete; add your region's list to be sure",
      );
    case undefined:
      return t('No built-in event list for this service');
  }
}

/** Suggests similar names if the finding is only a hint, which, unlike a warning, does not show above the hover. */
function closeLine(
  name: string,
  service: string,
  trace: Trace,
  { catalog, localizer }: ExplainSettings,
): Line {
  if (catalog.findCoverage(service) !== 'partial') return [];
  const names = findCloseNames({ service, name, resourceType: findString(trace, 'resource_type') }, catalog);
  return names.length === 0 ? [] : fill(localizer.t('Did you mean {0}?'), codes(names, localizer.language));
}

function knownForLine(name: string, service: string, { catalog, localizer }: ExplainSettings): Line {
  const others = otherServicesWith(name, service, catalog);
  return others.length === 0
    ? []
    : fill(localizer.t('{0} has an event of this name'), codes(others, localizer.language));
}

/** The name, service and resource type from the trace. */
function nameLine(name: string, trace: Trace): Line {
  const identifiers = ['service_type', 'resource_type'].flatMap((field) => findString(trace, field) || []);
  return joinParts([strong(name)], ...identifiers.map((content): Line => [code(content)]));
}
