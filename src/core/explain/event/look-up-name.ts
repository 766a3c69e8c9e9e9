import { type Catalog, isImsEvent } from '../../catalog/catalog';
import { groupBy } from '../../catalog/group-by';
import { labelOf } from '../../catalog/labels';
import type { CatalogEvent, GlanceSide, ImsEvent } from '../../catalog/rows/row-types';
import { isListedEvent } from '../../catalog/service-catalog';
import type { Bilingual, Localizer } from '../../text/localization';
import { type Block, type Document, lines, strong, text, toMarkdown, toPlainText } from '../../text/markdown';
import type { ExplainSettings } from '../parts/explanation';
import { eventReference } from './event-reference';
import { type ListedEvents, listedReference } from './listed-event';
import { findOperationText, unknownText } from './unknown-name';

/** What the catalog has for a name, in the shape that the command line prints as JSON. */
export interface ExplainedName {
  readonly name: string;
  /** One per row of the catalog; empty for an unknown name. */
  readonly entries: readonly NameEntry[];
}

export interface NameEntry {
  readonly service: string;
  readonly resourceType: string;
  /** The official name; an empty string in a language in which it is unknown. */
  readonly operation: Bilingual;
  readonly glance: {
    readonly counterpart: boolean;
    readonly calls: readonly CallEntry[];
    readonly nearest: readonly CallEntry[];
  };
  readonly markdown: string;
}

export interface CallEntry {
  readonly method: string;
  readonly path: string;
  /** The HTTP status of success; absent if no source was read for it. */
  readonly success?: number;
}

export type NameSettings = Pick<ExplainSettings, 'localizer' | 'catalog'>;

interface TerminalSettings extends NameSettings {
  /** Makes text bold; omit it if the terminal cannot. */
  readonly emphasise?: (shown: string) => string;
}

/** Explains an event name without a trace: every row with exactly that name. */
export function explainName(name: string, { localizer, catalog }: NameSettings): ExplainedName {
  const groups = groupsNamed(name, catalog);
  return {
    name,
    entries: groups.flatMap((group) => {
      const markdown = toMarkdown(referenceOf(group, localizer));
      return group.map((event) => toEntry(event, markdown));
    }),
  };
}

/** {@link explainName} as plain text for a terminal. */
export function explainNameAsText(name: string, { localizer, catalog, emphasise }: TerminalSettings): string {
  const groups = groupsNamed(name, catalog);
  const document =
    groups.length > 0
      ? groups.flatMap((group) => referenceOf(group, localizer))
      : [unknownBlock(name, { catalog, localizer })];
  return toPlainText(document, emphasise);
}

function unknownBlock(name: string, { catalog, localizer }: NameSettings): Block {
  const operation = findOperationText(name, 'IMS', { catalog, localizer });
  if (operation !== undefined) return lines([strong(name)], [text(operation)]);
  const elsewhere = localizer.t("Not in any other service's list either, but public lists are incomplete");
  return lines([strong(name)], [text(unknownText('complete', localizer))], [text(elsewhere)]);
}

/** The official operation name; an empty string in a language in which it is unknown. */
export function operationOf(event: CatalogEvent): Bilingual {
  const { en = '', zh = '' } = labelOf(event);
  return { en, zh };
}

/** Rows that are explained together: those of IMS one by one, those of another service as a group. */
type Group = ImsGroup | ListedEvents;
type ImsGroup = readonly [ImsEvent];

function groupsNamed(name: string, catalog: Catalog): readonly Group[] {
  const events = catalog.findEventsByName(name);
  const ims = events.filter(isImsEvent).map((event): ImsGroup => [event]);
  const listed = [...groupBy(events.filter(isListedEvent), ({ service }) => service).values()];
  return [
    ...ims,
    ...listed.flatMap(([first, ...more]): readonly Group[] => (first ? [[first, ...more]] : [])),
  ];
}

function referenceOf(group: Group, localizer: Localizer): Document {
  return isImsGroup(group) ? eventReference(group[0], localizer) : listedReference(group, localizer);
}

function isImsGroup(group: Group): group is ImsGroup {
  return isImsEvent(group[0]);
}

function toEntry(event: CatalogEvent, markdown: string): NameEntry {
  const { calls, nearest } = isImsEvent(event) ? event.operation.glance : noGlance;
  return {
    service: event.service,
    resourceType: event.resourceType,
    operation: operationOf(event),
    glance: {
      counterpart: calls.length > 0,
      calls: calls.map(toCallEntry),
      nearest: nearest.map(toCallEntry),
    },
    markdown,
  };
}

const noGlance: Pick<GlanceSide, 'calls' | 'nearest'> = { calls: [], nearest: [] };

function toCallEntry({ method, path, success }: CallEntry): CallEntry {
  return success === undefined ? { method, path } : { method, path, success };
}
