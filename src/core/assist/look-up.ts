import type { Catalog } from '../catalog/catalog';
import { groupBy } from '../catalog/group-by';
import { labelsIn } from '../catalog/labels';
import type { CatalogEvent } from '../catalog/rows/types';
import { explainName } from '../explain/event/look-up-name';
import type { ExplainSetting } from '../explain/parts/explanation';
import { findPlace } from '../explain/place';
import type { Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { withdrawnText } from './completion/detail';

/** What a catalogued event is looked up by: the rows of its resource types are told together. */
export type EventKey = Pick<CatalogEvent, 'service' | 'name'>;

/** A catalogued event in a list to choose from. Each text can be searched. */
export interface LookUpEntry extends EventKey {
  /** Service and resource types, and whether it stands in older lists only. */
  readonly where: string;
  /** The official names of the operation, first those in the user's language; empty where none is known. */
  readonly label: string;
}

/** What the empty input of the list asks for. */
export function lookUpPrompt({ t }: Localizer): string {
  return t('Name of an event, of its operation, a service or a resource type');
}

/** Every catalogued event once, in the order of the catalog. */
export function lookUpEntries(catalog: Catalog, localizer: Localizer): readonly LookUpEntry[] {
  const rows = groupBy(catalog.events(), ({ service, name }) => `${service}\n${name}`);
  return [...rows.values()].flatMap(([first, ...more]) =>
    first ? [toEntry([first, ...more], localizer)] : [],
  );
}

/** All that is known of a catalogued event, as Markdown; empty for any other. */
export function explainEvent({ service, name }: EventKey, setting: ExplainSetting): string {
  const rows = explainName(name, setting).entries.filter((found) => found.service === service);
  return [...new Set(rows.map(({ markdown }) => markdown))].join('\n\n---\n\n');
}

/** The event name under the cursor; the offset counts from the first character of the trace. */
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
  const labels = new Set(rows.flatMap((row) => labelsIn(row, localizer.language)));
  return { service, name, where, label: [...labels].join(separator) };
}
