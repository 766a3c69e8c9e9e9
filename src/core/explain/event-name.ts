import { isImsEvent } from '../catalog/catalog';
import type { ImsEvent } from '../catalog/types';
import type { Voice } from '../language';
import { code, type Document, fill, type Line, lines, strong, text } from '../markdown';
import { isTelling } from '../masked';
import { findText, type Trace } from '../trace';
import { doubtfulHover, eventHover } from './event-hover';
import type { ExplainValue } from './explanation';
import { outcomeOf } from './outcome';
import { outcomeLine } from './outcome-lines';
import { codes, joinParts } from './phrases';

/** Explains `trace_name`. */
export const explainEventName: ExplainValue = (value, trace, setting) => {
  const { voice, catalog } = setting;
  if (typeof value !== 'string' || !isTelling(value)) return undefined;
  const service = findText(trace, 'service_type') ?? '';
  const events = catalog.findEvents(service, value).filter(isImsEvent);
  const resourceType = findText(trace, 'resource_type');
  const event = events.find((row) => row.resourceType === resourceType);
  if (event !== undefined) return eventHover(event, outcomeOf(trace), setting);
  if (events.length > 0) return otherResourceTypeDocument(events, resourceType, trace, voice);
  return catalog.findCoverage(service)
    ? unknownNameDocument(value, trace, voice)
    : foreignDocument(value, trace, voice);
};

/** The name is known, but not on this resource type. */
function otherResourceTypeDocument(
  events: readonly ImsEvent[],
  resourceType: string | undefined,
  trace: Trace,
  voice: Voice,
): Document {
  const listedFor = codes(events.map((event) => event.resourceType));
  const isStated = resourceType !== undefined && isTelling(resourceType);
  const caution = isStated
    ? fill(voice.t('Not listed for the resource type {0}, only for {1}:'), code(resourceType), listedFor)
    : fill(voice.t('The record does not state its resource type; the name is listed for {0}:'), listedFor);
  return doubtfulHover(caution, events, outcomeOf(trace), voice);
}

function unknownNameDocument(name: string, trace: Trace, voice: Voice): Document {
  return [
    lines(nameLine(name, trace), [text(unknownText(voice))], outcomeLine(outcomeOf(trace), undefined, voice)),
  ];
}

export function unknownText({ t }: Voice): string {
  return t("In no edition of the IMS lists 2018–2026 that were read; load your region's list to be sure");
}

/** An event of a service whose names are not catalogued. */
function foreignDocument(name: string, trace: Trace, voice: Voice): Document {
  return [
    lines(
      nameLine(name, trace),
      [text(voice.t("No catalog of this service's event names is built in yet"))],
      outcomeLine(outcomeOf(trace), undefined, voice),
    ),
  ];
}

/** The name, the service and the resource type as the record has them. */
function nameLine(name: string, trace: Trace): Line {
  const stated = ['service_type', 'resource_type'].flatMap((field) => findText(trace, field) || []);
  return joinParts([strong(name)], ...stated.map((content): Line => [code(content)]));
}
