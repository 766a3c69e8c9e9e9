import { labelsIn } from '../../catalog/labels';
import type { Listed, ListedEvent, Published } from '../../catalog/rows/row-types';
import { findServiceName, serviceNameIn } from '../../catalog/service-names';
import type { Localizer } from '../../text/localization';
import { code, type Document, fill, type Line, lines, list, strong } from '../../text/markdown';
import { pageLink } from '../parts/links';
import { codes, joinParts, sentence } from '../parts/phrases';

/** The rows of one event name of a service; they differ in their resource types. */
export type ListedEvents = readonly [ListedEvent, ...ListedEvent[]];

/** @param outcome the lines on the outcome of the trace; empty without a trace */
export function listedHover(events: ListedEvents, outcome: readonly Line[], localizer: Localizer): Document {
  const [event] = events;
  return [
    lines(titleLine(event, localizer), whereLine(events, localizer), ...outcome),
    lines(twinsLine(event, localizer), publishedLine(event, localizer), addedLine(event, localizer)),
  ];
}

/** The hover, followed by all sources but the first, which is in the hover. */
export function listedReference(events: ListedEvents, localizer: Localizer): Document {
  const [event] = events;
  const [, ...more] = newestFirst(event.published?.sources ?? []);
  return [
    ...listedHover(events, [], localizer),
    ...(more.length > 0 ? [list(more.map((source) => sourceLine(source, localizer)))] : []),
  ];
}

export function listedText(listed: Listed, { t }: Localizer): string {
  switch (listed) {
    case 'current':
      return t('in the newest list');
    case 'withdrawn':
      return t('only in older lists');
    case 'observed':
      return t('not in any list, seen in a trace');
  }
}

function titleLine(event: ListedEvent, { language }: Localizer): Line {
  return joinParts([strong(event.name)], ...labelsIn(event, language).map(sentence));
}

/** The service with its full name, and the resource types. */
function whereLine(events: ListedEvents, { language }: Localizer): Line {
  const types = events.map(({ resourceType }) => resourceType).filter((type) => type !== '');
  const [{ service }] = events;
  const name = findServiceName(service);
  const full = sentence(name && serviceNameIn(name, language));
  return joinParts([code(service)], full, types.length > 0 ? codes(types, language) : []);
}

function twinsLine({ twins, caseTwins }: ListedEvent, { language, t }: Localizer): Line {
  const spellings = [...twins, ...caseTwins];
  if (spellings.length === 0) return [];
  return fill(t('Also spelt {0}; search for every spelling'), codes(spellings, language));
}

/** Where the row comes from and how certain it is, in one line: the content above it matters more. */
function publishedLine({ published }: ListedEvent, localizer: Localizer): Line {
  if (published === undefined) return [];
  const { t } = localizer;
  const [first, ...more] = newestFirst(published.sources);
  return joinParts(
    first === undefined ? [] : fill(t('Source: {0}'), sourceLine(first, localizer)),
    sentence(moreText(more.length, localizer)),
    sentence(publishedText(published, localizer)),
    sentence(
      published.isServiceTypeDocumented
        ? t('resource types not confirmed')
        : t('service type inferred, resource types not confirmed'),
    ),
  );
}

function moreText(count: number, { t }: Localizer): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? t('1 more document') : t('{0} more documents', count);
}

/** Where the event appears: an event in no list may be known from a screenshot only. */
function publishedText({ listed, sources }: Published, localizer: Localizer): string {
  const isScreenshot = listed === 'observed' && sources.every((source) => screenshot.test(source));
  return isScreenshot ? localizer.t('not in any list, seen in a screenshot') : listedText(listed, localizer);
}

const screenshot = /^observed:.*(?:\.png$|picture|screenshot)/;

function addedLine({ added }: ListedEvent, { t }: Localizer): Line {
  if (added === undefined) return [];
  return joinParts(fill(t('In your catalog {0}'), code(added.file)), sentence(added.source));
}

/** Documents read in an old revision (`@…`) come last. */
function newestFirst(sources: readonly string[]): readonly string[] {
  const isOld = (source: string): boolean => source.includes('@');
  return [...sources.filter((source) => !isOld(source)), ...sources.filter(isOld)];
}

const pagePrefix = 'docs:';

/** A link to a web page; for a file in a repository, its path. */
function sourceLine(source: string, localizer: Localizer): Line {
  if (!source.startsWith(pagePrefix)) return [code(source.replace(/^observed:/, ''))];
  const address = source.slice(pagePrefix.length);
  return pageLink(address, `https://${address}`, localizer);
}
