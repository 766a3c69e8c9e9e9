import type { Catalog } from '../../catalog/catalog';
import { groupBy } from '../../catalog/group-by';
import { findAttribute } from '../../catalog/rows/attributes';
import type { CatalogEvent } from '../../catalog/rows/row-types';
import { findServiceName, serviceNameIn } from '../../catalog/service-names';
import { explainGivenValue } from '../../explain/given-value';
import type { ExplainSettings } from '../../explain/parts/explanation';
import { isMeaningful } from '../../record/already-masked';
import { findString, type Trace } from '../../record/trace';
import { inLanguage, type Localizer } from '../../text/localization';
import type { Completion } from './completion-item';
import { countText, labelsOf, withdrawnText } from './detail';

/** The values to offer for a field, given the rest of the trace. */
type Candidates = (context: Trace, settings: ExplainSettings) => readonly Completion[];

export const candidatesByField: ReadonlyMap<string, Candidates> = new Map([
  ['trace_name', eventNames],
  ['resource_type', resourceTypes],
  ['service_type', services],
  ['trace_rating', listedValues('trace_rating')],
  ['trace_status', listedValues('trace_status')],
  ['trace_type', listedValues('trace_type')],
]);

const serviceOf = (row: CatalogEvent): string => row.service;
const resourceTypeOf = (row: CatalogEvent): string => row.resourceType;
const nameOf = (row: CatalogEvent): string => row.name;

/** The event names for the trace's resource type; all names of the service if that has none or is missing. */
function eventNames(context: Trace, settings: ExplainSettings): readonly Completion[] {
  const { service, resourceType } = knownFieldsOf(context);
  const rows = narrow(rowsOf(service, settings.catalog), resourceTypeOf, resourceType);
  const hasService = service !== undefined;
  return complete(groupBy(rows, nameOf), settings.localizer, (named) => ({
    parts: [
      ...labelsOf(named, settings.localizer),
      ...(hasService ? [] : [distinct(named, serviceOf).join(', ')]),
      ...(hasService && resourceType !== undefined ? [] : [distinct(named, resourceTypeOf).join(', ')]),
    ],
    explain: () => named.map((row) => explainRow(row, settings)).join('\n\n---\n\n'),
  }));
}

function resourceTypes(context: Trace, settings: ExplainSettings): readonly Completion[] {
  const { service, name } = knownFieldsOf(context);
  const rows = narrow(rowsOf(service, settings.catalog), nameOf, name);
  return complete(groupBy(rows, resourceTypeOf), settings.localizer, (typed, resource_type) => ({
    parts: partsOf(typed, name, settings.localizer),
    explain: () =>
      explainGivenValue('resource_type', { service_type: typed[0]?.service ?? '', resource_type }, settings),
  }));
}

function services(context: Trace, settings: ExplainSettings): readonly Completion[] {
  const { resourceType, name } = knownFieldsOf(context);
  const rows = narrow(narrow(settings.catalog.events(), nameOf, name), resourceTypeOf, resourceType);
  return complete(groupBy(rows, serviceOf), settings.localizer, (served, service_type) => ({
    parts: [...fullNames(service_type, settings), ...partsOf(served, name, settings.localizer)],
    explain: () => explainGivenValue('service_type', { service_type }, settings),
  }));
}

function fullNames(service: string, { localizer }: ExplainSettings): readonly string[] {
  const name = findServiceName(service);
  return name === undefined ? [] : [serviceNameIn(name, localizer.language)];
}

function listedValues(field: string): Candidates {
  const values = findAttribute(field)?.values ?? [];
  return (_context, settings) =>
    values.map(({ value, meaning }) => ({
      value,
      detail: inLanguage(meaning, settings.localizer.language),
      isWithdrawn: false,
      explain: () => explainGivenValue(field, { [field]: value }, settings),
    }));
}

interface KnownFields {
  readonly service: string | undefined;
  readonly resourceType: string | undefined;
  readonly name: string | undefined;
}

function knownFieldsOf(trace: Trace): KnownFields {
  const find = (field: string): string | undefined => {
    const value = findString(trace, field);
    return value !== undefined && isMeaningful(value) ? value : undefined;
  };
  return { service: find('service_type'), resourceType: find('resource_type'), name: find('trace_name') };
}

/** The rows of the service, or of all services if it is missing. */
function rowsOf(service: string | undefined, catalog: Catalog): readonly CatalogEvent[] {
  return service === undefined ? catalog.events() : catalog.eventsOf(service);
}

/** The rows with the wanted value; all rows if there are none. */
function narrow(
  rows: readonly CatalogEvent[],
  keyOf: (row: CatalogEvent) => string,
  wanted: string | undefined,
): readonly CatalogEvent[] {
  const found = rows.filter((row) => keyOf(row) === wanted);
  return found.length > 0 ? found : rows;
}

interface Description {
  readonly parts: readonly string[];
  explain(): string;
}

/** A completion per value; withdrawn values come last. */
function complete(
  groups: ReadonlyMap<string, readonly CatalogEvent[]>,
  localizer: Localizer,
  describe: (rows: readonly CatalogEvent[], value: string) => Description,
): readonly Completion[] {
  const items = [...groups].map(([value, rows]) => {
    const { parts, explain } = describe(rows, value);
    const isWithdrawn = rows.every((row) => row.listed === 'withdrawn');
    const shown = isWithdrawn ? [...parts, withdrawnText(localizer)] : parts;
    return { value, detail: shown.join(' · '), isWithdrawn, explain };
  });
  return [...items.filter((item) => !item.isWithdrawn), ...items.filter((item) => item.isWithdrawn)];
}

/** The operation if the event name is known, else the number of event names. */
function partsOf(
  rows: readonly CatalogEvent[],
  name: string | undefined,
  localizer: Localizer,
): readonly string[] {
  const isNamed = rows.every((row) => row.name === name);
  return isNamed ? labelsOf(rows, localizer) : [countText(distinct(rows, nameOf).length, localizer)];
}

function explainRow({ service, resourceType, name }: CatalogEvent, settings: ExplainSettings): string {
  const fields = { service_type: service, resource_type: resourceType, trace_name: name };
  return explainGivenValue('trace_name', fields, settings);
}

function distinct(rows: readonly CatalogEvent[], keyOf: (row: CatalogEvent) => string): readonly string[] {
  return [...new Set(rows.map(keyOf))];
}
