import { isImsEvent } from '../../catalog/catalog';
import type { ImsEvent } from '../../catalog/rows/row-types';
import { isListedEvent } from '../../catalog/service-catalog';
import { isMeaningful } from '../../record/already-masked';
import { outcomeOf } from '../../record/outcome';
import { findString, type Trace } from '../../record/trace';
import { code, type Document, fill } from '../../text/markdown';
import type { ExplainSettings, ExplainValue } from '../parts/explanation';
import { outcomeLines } from '../parts/outcome-lines';
import { codes } from '../parts/phrases';
import { eventHover, otherResourceTypeHover } from './event-hover';
import { listedHover } from './listed-event';
import { unknownNameDocument } from './unknown-name';

export const explainEventName: ExplainValue = (value, trace, settings) => {
  const { localizer, catalog } = settings;
  if (typeof value !== 'string' || !isMeaningful(value)) return undefined;
  const service = findString(trace, 'service_type') ?? '';
  const rows = catalog.findEvents(service, value);
  const events = rows.filter(isImsEvent);
  const resourceType = findString(trace, 'resource_type');
  const event = events.find((row) => row.resourceType === resourceType);
  if (event !== undefined) return eventHover(event, trace, settings);
  const isAdded = rows.some((row) => isListedEvent(row) && row.resourceType === resourceType);
  if (events.length > 0 && !isAdded) return otherResourceTypeDocument(events, resourceType, trace, settings);
  const [first, ...more] = rows.filter(isListedEvent);
  return first
    ? listedHover([first, ...more], outcomeLines(outcomeOf(trace), undefined, settings), localizer)
    : unknownNameDocument(value, trace, settings);
};

/** The name is known, but not for this resource type. */
function otherResourceTypeDocument(
  events: readonly ImsEvent[],
  resourceType: string | undefined,
  trace: Trace,
  settings: ExplainSettings,
): Document {
  const { localizer } = settings;
  const listedFor = codes(
    events.map((event) => event.resourceType),
    localizer.language,
  );
  const hasResourceType = resourceType !== undefined && isMeaningful(resourceType);
  const caution = hasResourceType
    ? fill(localizer.t('Not listed for resource type {0}, only for {1}:'), code(resourceType), listedFor)
    : fill(localizer.t('No resource type in the record; the event name is listed for {0}:'), listedFor);
  return otherResourceTypeHover(caution, events, outcomeOf(trace), settings);
}
