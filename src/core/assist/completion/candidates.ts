import type { Catalog } from '../../catalog/catalog';
import { groupBy } from '../../catalog/group-by';
import { findAttribute } from '../../catalog/rows/attributes';
import type { CatalogEvent } from '../../catalog/rows/types';
import { explainGivenValue } from '../../explain/given-value';
import type { ExplainSetting } from '../../explain/parts/explanation';
import { isMeaningful } from '../../record/masked';
import { findString, type Trace } from '../../record/trace';
import { inLanguage, type Localizer } from '../../text/localization';
import type { Completion } from './completion';
import { countText, labelsOf, withdrawnText } from './detail';

/** The values that a field may have in a record. */
type Candidates = (around: Trace, setting: ExplainSetting) => readonly Completion[];

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

/** The names on the stated resource type; where it has none, or is not stated, all names of the service. */
function eventNames(around: Trace, setting: ExplainSetting): readonly Completion[] {
  const { service, resourceType } = statedIn(around);
  const rows = narrow(rowsOf(service, setting.catalog), resourceTypeOf, resourceType);
  const isSure = service !== undefined;
  return complete(groupBy(rows, nameOf), setting.localizer, (named) => ({
    parts: [
      ...labelsOf(named, setting.localizer),
      ...(isSure ? [] : [distinct(named, serviceOf).join(', ')]),
      ...(isSure && resourceType !== undefined ? [] : [distinct(named, resourceTypeOf).join(', ')]),
    ],
    explain: () => named.map((row) => explainRow(row, setting)).join('\n\n---\n\n'),
  }));
}

function resourceTypes(around: Trace, setting: ExplainSetting): readonly Completion[] {
  const { service, name } = statedIn(around);
  const rows = narrow(rowsOf(service, setting.catalog), nameOf, name);
  return complete(groupBy(rows, resourceTypeOf), setting.localizer, (typed, resource_type) => ({
    parts: partsOf(typed, name, setting.localizer),
    explain: () =>
      explainGivenValue('resource_type', { service_type: typed[0]?.service ?? '', resource_type }, setting),
  }));
}

function services(around: Trace, setting: ExplainSetting): readonly Completion[] {
  const { resourceType, name } = statedIn(around);
  const rows = narrow(narrow(setting.catalog.events(), nameOf, name), resourceTypeOf, resourceType);
  return complete(groupBy(rows, serviceOf), setting.localizer, (served, service_type) => ({
    parts: partsOf(served, name, setting.localizer),
    explain: () => explainGivenValue('service_type', { service_type }, setting),
  }));
}

function listedValues(field: string): Candidates {
  const values = findAttribute(field)?.values ?? [];
  return (_around, setting) =>
    values.map(({ value, meaning }) => ({
      value,
      detail: inLanguage(meaning, setting.localizer.language),
      isWithdrawn: false,
      explain: () => explainGivenValue(field, { [field]: value }, setting),
    }));
}

interface Stated {
  readonly service: string | undefined;
  readonly resourceType: string | undefined;
  readonly name: string | undefined;
}

function statedIn(trace: Trace): Stated {
  const find = (field: string): string | undefined => {
    const value = findString(trace, field);
    return value !== undefined && isMeaningful(value) ? value : undefined;
  };
  return { service: find('service_type'), resourceType: find('resource_type'), name: find('trace_name') };
}

/** The rows of the service, of all where none is stated. */
function rowsOf(service: string | undefined, catalog: Catalog): readonly CatalogEvent[] {
  return service === undefined ? catalog.events() : catalog.eventsOf(service);
}

/** Those with the wanted value; all of them where there are none. */
function narrow(
  rows: readonly CatalogEvent[],
  keyOf: (row: CatalogEvent) => string,
  wanted: string | undefined,
): readonly CatalogEvent[] {
  const found = rows.filter((row) => keyOf(row) === wanted);
  return found.length > 0 ? found : rows;
}

interface Described {
  readonly parts: readonly string[];
  explain(): string;
}

/** A completion for each value, those of older lists only last. */
function complete(
  groups: ReadonlyMap<string, readonly CatalogEvent[]>,
  localizer: Localizer,
  describe: (rows: readonly CatalogEvent[], value: string) => Described,
): readonly Completion[] {
  const items = [...groups].map(([value, rows]) => {
    const { parts, explain } = describe(rows, value);
    const isWithdrawn = rows.every((row) => row.listed === 'withdrawn');
    const shown = isWithdrawn ? [...parts, withdrawnText(localizer)] : parts;
    return { value, detail: shown.join(' · '), isWithdrawn, explain };
  });
  return [...items.filter((item) => !item.isWithdrawn), ...items.filter((item) => item.isWithdrawn)];
}

/** What the operation is called where it is known, else how many there are. */
function partsOf(
  rows: readonly CatalogEvent[],
  name: string | undefined,
  localizer: Localizer,
): readonly string[] {
  const isNamed = rows.every((row) => row.name === name);
  return isNamed ? labelsOf(rows, localizer) : [countText(distinct(rows, nameOf).length, localizer)];
}

function explainRow({ service, resourceType, name }: CatalogEvent, setting: ExplainSetting): string {
  const fields = { service_type: service, resource_type: resourceType, trace_name: name };
  return explainGivenValue('trace_name', fields, setting);
}

function distinct(rows: readonly CatalogEvent[], keyOf: (row: CatalogEvent) => string): readonly string[] {
  return [...new Set(rows.map(keyOf))];
}
