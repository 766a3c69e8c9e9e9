import type { Catalog } from './catalog/catalog';
import { findLabel } from './catalog/labels';
import type { CatalogEvent } from './catalog/types';
import { withdrawnText } from './complete/detail';
import type { ExplainSetting } from './explain/explanation';
import { explainName } from './explain/name';
import { findPlace } from './explain/place';
import { explainStated } from './explain/stated';
import { inLanguage, type Voice } from './language';
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

/** Every catalogued event, in the order of the catalog. */
export function lookUpEntries(catalog: Catalog, voice: Voice): readonly LookUpEntry[] {
  return catalog.events().map((event) => {
    const { service, resourceType, name, listed } = event;
    const older = listed === 'withdrawn' ? [withdrawnText(voice)] : [];
    const where = [service, resourceType, ...older].join(separator);
    return { service, resourceType, name, where, label: labelText(event, voice) };
  });
}

/** All that is known of a catalogued event, as Markdown; empty for any other. */
export function explainEvent({ service, resourceType, name }: EventKey, setting: ExplainSetting): string {
  const entry = explainName(name, setting).entries.find(
    (found) => found.service === service && found.resourceType === resourceType,
  );
  if (entry !== undefined) return entry.markdown;
  const isKnown = setting.catalog.findEvent(service, resourceType, name) !== undefined;
  const fields = { service_type: service, resource_type: resourceType, trace_name: name };
  return isKnown ? explainStated('trace_name', fields, setting) : '';
}

/** The event name under the cursor; the offset counts from the first character of the trace. */
export function findEventNameAt(trace: Trace, offset: number): string | undefined {
  const place = findPlace(trace, offset);
  if (place?.kind !== 'value' || place.field.name !== 'trace_name') return undefined;
  return typeof place.field.value === 'string' ? place.field.value : undefined;
}

const separator = ' · ';

function labelText(event: CatalogEvent, { language }: Voice): string {
  const label = findLabel(event);
  if (label === undefined) return '';
  const other = language === 'en' ? 'zh-cn' : 'en';
  return [inLanguage(label, language), inLanguage(label, other)].join(separator);
}
