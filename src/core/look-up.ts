import type { Catalog } from './catalog/catalog';
import { labelsIn } from './catalog/labels';
import { isListedEvent } from './catalog/shelf';
import type { CatalogEvent } from './catalog/types';
import { withdrawnText } from './complete/detail';
import type { ExplainSetting } from './explain/explanation';
import { explainName } from './explain/name';
import { findPlace } from './explain/place';
import type { Voice } from './language';
import type { Trace } from './trace';

/** What a catalogued event is known by. */
export type EventKey = Pick<CatalogEvent, 'service' | 'resourceType' | 'name'>;

/** A catalogued event in a list to choose from. Each text can be searched. */
export interface LookUpEntry extends EventKey {
  /** Service and resource type, and whether it stands in older lists only. */
  readonly where: string;
  /** The official name of the operation in the user's language, then in the other one; empty where none is known. */
  readonly label: string;
}

/** What the empty input of the list asks for. */
export function lookUpPrompt({ t }: Voice): string {
  return t('Name of an event, of its operation, a service or a resource type');
}

/** Every catalogued event, in the order of the catalog; of other services than IMS a name once for all its resource types. */
export function lookUpEntries(catalog: Catalog, voice: Voice): readonly LookUpEntry[] {
  return catalog.events().flatMap((event): readonly LookUpEntry[] => {
    const types = resourceTypesShown(event, catalog);
    return types.length === 0 || types[0] === event.resourceType ? [toEntry(event, types, voice)] : [];
  });
}

/** All that is known of a catalogued event, as Markdown; empty for any other. */
export function explainEvent({ service, resourceType, name }: EventKey, setting: ExplainSetting): string {
  const entry = explainName(name, setting).entries.find(
    (found) => found.service === service && found.resourceType === resourceType,
  );
  return entry?.markdown ?? '';
}

/** The event name under the cursor; the offset counts from the first character of the trace. */
export function findEventNameAt(trace: Trace, offset: number): string | undefined {
  const place = findPlace(trace, offset);
  if (place?.kind !== 'value' || place.field.name !== 'trace_name') return undefined;
  return typeof place.field.value === 'string' ? place.field.value : undefined;
}

const separator = ' · ';

/** The rows of IMS differ from one resource type to another, those of other services do not. */
function resourceTypesShown(event: CatalogEvent, catalog: Catalog): readonly string[] {
  if (!isListedEvent(event)) return [event.resourceType];
  return catalog
    .findEvents(event.service, event.name)
    .filter(isListedEvent)
    .map(({ resourceType }) => resourceType);
}

function toEntry(event: CatalogEvent, resourceTypes: readonly string[], voice: Voice): LookUpEntry {
  const { service, resourceType, name, listed } = event;
  const older = listed === 'withdrawn' ? [withdrawnText(voice)] : [];
  const where = [service, resourceTypes.join(', '), ...older].filter((part) => part !== '').join(separator);
  return { service, resourceType, name, where, label: labelsIn(event, voice.language).join(separator) };
}
