import { type Catalog, isImsEvent } from '../catalog/catalog';
import type { ImsEvent } from '../catalog/types';
import type { Bilingual } from '../language';
import { type Document, lines, strong, text, toMarkdown, toPlainText } from '../markdown';
import { unknownText } from './event-name';
import { eventReference } from './event-reference';
import type { ExplainSetting } from './explanation';

/** What the catalog has for a name, in the form that the command line prints as JSON. */
export interface ExplainedName {
  readonly name: string;
  /** A row each; empty for an unknown name. */
  readonly entries: readonly NameEntry[];
}

export interface NameEntry {
  readonly service: string;
  readonly resourceType: string;
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
  /** The HTTP status of success; absent where no source was read for it. */
  readonly success?: number;
}

/** For whom a name is explained, and what is known. */
export type NameSetting = Pick<ExplainSetting, 'voice' | 'catalog'>;

/** Explains an event name without a trace: every catalogued row of exactly that name. */
export function explainName(name: string, { voice, catalog }: NameSetting): ExplainedName {
  return {
    name,
    entries: eventsNamed(name, catalog).map((event) => toEntry(event, eventReference(event, voice))),
  };
}

/** The same as {@link explainName} for a terminal. */
export function explainNameAsText(name: string, { voice, catalog }: NameSetting): string {
  const events = eventsNamed(name, catalog);
  const document =
    events.length > 0
      ? events.flatMap((event) => eventReference(event, voice))
      : [
          lines(
            [strong(name)],
            [text(unknownText(voice))],
            [text(voice.t('The event names of IMS are built in, no other service yet'))],
          ),
        ];
  return toPlainText(document);
}

function eventsNamed(name: string, catalog: Catalog): readonly ImsEvent[] {
  return catalog.findEventsByName(name).filter(isImsEvent);
}

function toEntry(event: ImsEvent, document: Document): NameEntry {
  const { calls, nearest } = event.operation.glance;
  return {
    service: event.service,
    resourceType: event.resourceType,
    operation: { en: event.label.en, zh: event.label.zh },
    glance: {
      counterpart: calls.length > 0,
      calls: calls.map(toCallEntry),
      nearest: nearest.map(toCallEntry),
    },
    markdown: toMarkdown(document),
  };
}

function toCallEntry({ method, path, success }: CallEntry): CallEntry {
  return success === undefined ? { method, path } : { method, path, success };
}
