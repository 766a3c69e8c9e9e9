import type { Catalog } from '../catalog/catalog';
import { groupBy } from '../catalog/group-by';
import { labelsIn } from '../catalog/labels';
import type { CatalogEvent } from '../catalog/rows/row-types';
import { explainName } from '../explain/event/look-up-name';
import type { ExplainSettings } from '../explain/parts/explanation';
import { findPlace } from '../explain/place';
import type { Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { withdrawnText } from './completion/detail';
import { normalizeTerm, type Searchable } from './look-up-rank';
import { aliasesOf, operationTermsOf, serviceTermsOf } from './look-up-terms';

/** Identifies an event for look-up; its rows for all resource types are explained together. */
export type EventKey = Pick<CatalogEvent, 'service' | 'name'>;

/** An event in the look-up list. */
export interface LookUpEntry extends EventKey {
  /** Service and resource types, and whether it is in older lists only. */
  readonly where: string;
  /** The official operation names, the user's language first; empty if none is known. */
  readonly label: string;
  /** What else finds it and is worth showing then: names of the service, API calls, commands, words of the guides. */
  readonly terms: readonly string[];
  readonly search: Searchable;
}

/** The placeholder of the search input. */
export function lookUpPrompt({ t }: Localizer): string {
  return t('Event, service, operation, API path or command');
}

/** Every event once, in catalog order. */
export function lookUpEntries(catalog: Catalog, localizer: Localizer): readonly LookUpEntry[] {
  const rows = groupBy(catalog.events(), ({ service, name }) => `${service}\n${name}`);
  return [...rows.values()].flatMap(([first, ...more]) =>
    first ? [toEntry([first, ...more], localizer)] : [],
  );
}

/** Everything known about an event, as Markdown; empty if it is not in the catalog. */
export function explainEvent({ service, name }: EventKey, settings: ExplainSettings): string {
  const rows = explainName(name, settings).entries.filter((found) => found.service === service);
  return [...new Set(rows.map(({ markdown }) => markdown))].join('\n\n---\n\n');
}

/** The event name at an offset, which counts from the first character of the trace. */
export function findEventNameAt(trace: Trace, offset: number): string | undefined {
  const place = findPlace(trace, offset);
  if (place?.kind !== 'value' || place.field.name !== 'trace_name') return undefined;
  return typeof place.field.value === 'string' ? place.field.value : undefined;
}

const separator = ' · ';

function toEntry(rows: readonly [CatalogEvent, ...CatalogEvent[]], localizer: Localizer): LookUpEntry {
  const [{ service, name }] = rows;
  const types = rows.map(({ resourceType }) => resourceType);
  const older = rows.every(({ listed }) => listed === 'withdrawn') ? [withdrawnText(localizer)] : [];
  const where = [service, types.join(', '), ...older].filter((part) => part !== '').join(separator);
  const labels = [...new Set(rows.flatMap((row) => labelsIn(row, localizer.language)))];
  const services = serviceTermsOf(service);
  const terms = [...services.slice(1), ...operationTermsOf(rows)];
  const hidden = aliasesOf(rows[0]);
  const others = [where, ...labels, ...terms.map(normalizeTerm), ...hidden].join('\n').toLowerCase();
  const search = {
    name,
    lowerName: name.toLowerCase(),
    services: services.map((shown) => shown.toLowerCase()),
    others,
  };
  return { service, name, where, label: labels.join(separator), terms, search };
}
