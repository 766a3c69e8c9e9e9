import { type Catalog, isImsEvent } from '../../catalog/catalog';
import type { ImsEvent } from '../../catalog/rows/row-types';
import { findString, type Trace } from '../../record/trace';

/** The row of the IMS guide for the event of a trace, which may be of another service. */
export function findImsEvent(trace: Trace, catalog: Catalog): ImsEvent | undefined {
  const service = findString(trace, 'service_type') ?? '';
  const resourceType = findString(trace, 'resource_type') ?? '';
  const event = catalog.findEvent(service, resourceType, findString(trace, 'trace_name') ?? '');
  return event && isImsEvent(event) ? event : undefined;
}
