import { isImsEvent } from '../../catalog/catalog';
import type { ImsEvent } from '../../catalog/rows/types';
import { isListedEvent } from '../../catalog/service-catalog';
import { isTelling } from '../../record/masked';
import { findText, type Trace } from '../../record/trace';
import type { Voice } from '../../text/localization';
import { code, type Document, fill } from '../../text/markdown';
import type { ExplainValue } from '../parts/explanation';
import { outcomeOf } from '../parts/outcome';
import { outcomeLine } from '../parts/outcome-lines';
import { codes } from '../parts/phrases';
import { doubtfulHover, eventHover } from './event-hover';
import { listedHover } from './listed-event';
import { unknownNameDocument } from './unknown-name';

/** Explains `trace_name`. */
export const explainEventName: ExplainValue = (value, trace, setting) => {
  const { voice, catalog } = setting;
  if (typeof value !== 'string' || !isTelling(value)) return undefined;
  const service = findText(trace, 'service_type') ?? '';
  const rows = catalog.findEvents(service, value);
  const events = rows.filter(isImsEvent);
  const resourceType = findText(trace, 'resource_type');
  const event = events.find((row) => row.resourceType === resourceType);
  if (event !== undefined) return eventHover(event, outcomeOf(trace), setting);
  const isAdded = rows.some((row) => isListedEvent(row) && row.resourceType === resourceType);
  if (events.length > 0 && !isAdded) return otherResourceTypeDocument(events, resourceType, trace, voice);
  const [first, ...more] = rows.filter(isListedEvent);
  return first
    ? listedHover([first, ...more], outcomeLine(outcomeOf(trace), undefined, voice), voice)
    : unknownNameDocument(value, trace, setting);
};

/** The name is known, but not on this resource type. */
function otherResourceTypeDocument(
  events: readonly ImsEvent[],
  resourceType: string | undefined,
  trace: Trace,
  voice: Voice,
): Document {
  const listedFor = codes(
    events.map((event) => event.resourceType),
    voice.language,
  );
  const isStated = resourceType !== undefined && isTelling(resourceType);
  const caution = isStated
    ? fill(voice.t('Not listed for the resource type {0}, only for {1}:'), code(resourceType), listedFor)
    : fill(voice.t('The record does not state its resource type; the name is listed for {0}:'), listedFor);
  return doubtfulHover(caution, events, outcomeOf(trace), voice);
}
