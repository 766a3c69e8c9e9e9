import { findString, type Trace } from '../record/trace';
import { truncate } from '../text/display-text';
import type { Localizer } from '../text/localization';
import type { NewEvent } from './add-event';

/** An unknown name that can be taken into the user's catalog. */
export interface CatalogAddition {
  readonly event: NewEvent;
  readonly title: string;
}

/** How many characters of a name or service a title shows. */
const longestPart = 60;

/** `undefined` where the trace does not say which event of which service it is. */
export function findAddition(trace: Trace, { t }: Localizer): CatalogAddition | undefined {
  const name = findString(trace, 'trace_name');
  const service = findString(trace, 'service_type');
  const resourceType = findString(trace, 'resource_type');
  if (service === undefined || name === undefined) return undefined;
  const [shownName, shownService] = [truncate(name, longestPart), truncate(service, longestPart)];
  return {
    event: { service, ...(resourceType ? { resourceType } : {}), name },
    title: t('Add "{0}" of {1} to the workspace catalog', shownName, shownService),
  };
}
