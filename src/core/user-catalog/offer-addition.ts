import { findString, type Trace } from '../record/trace';
import { maskText } from '../secrets/mask-text';
import { truncate } from '../text/display-text';
import type { Localizer } from '../text/localization';
import type { NewEvent } from './add-event';

/** Offers to add an unknown event to the user's catalog. */
export interface CatalogAddition {
  readonly event: NewEvent;
  readonly title: string;
  /** What is offered instead while the folder is not trusted, so that no settings can be written. */
  readonly untrustedTitle: string;
}

/** In characters, of a name or service in the title. */
const maxPartLength = 60;

/** `undefined` if the trace lacks its event name or service, or one of them is none but a credential. */
export function findAddition(trace: Trace, { t }: Localizer): CatalogAddition | undefined {
  const name = findString(trace, 'trace_name');
  const service = findString(trace, 'service_type');
  const resourceType = findString(trace, 'resource_type');
  if (service === undefined || name === undefined) return undefined;
  if (maskText(name, 'trace_name') !== name || maskText(service, 'service_type') !== service)
    return undefined;
  const [shownName, shownService] = [truncate(name, maxPartLength), truncate(service, maxPartLength)];
  return {
    event: { service, ...(resourceType ? { resourceType } : {}), name },
    title: t('Add {1} event "{0}" to the workspace catalog', shownName, shownService),
    untrustedTitle: t('Trust the folder to add {1} event "{0}" to its catalog', shownName, shownService),
  };
}
