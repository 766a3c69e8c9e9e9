import type { ImsEvent } from '../catalog/types';
import { inLanguage, type Language, type Voice } from '../language';
import {
  type Block,
  code,
  type Document,
  fill,
  type Inline,
  type Line,
  lines,
  link,
  strong,
  text,
} from '../markdown';
import { glanceBlocks } from './glance-lines';
import { imsBlocks } from './ims-lines';
import type { Outcome } from './outcome';
import { outcomeLine, whyLine } from './outcome-lines';
import { codes, joinParts, joinSentences, sentence } from './phrases';

/**
 * All that is known of an event of the IMS tables.
 * @param outcome how the record ended; absent where no record is asked about
 */
export function eventDocument(event: ImsEvent, outcome: Outcome | undefined, voice: Voice): Document {
  const ended = outcome === undefined ? [] : outcomeLine(outcome, event, voice);
  return [
    lines(titleLine(event, voice.language), ended, sideLine(event, voice)),
    ...operationBlocks(event, outcome, voice),
  ];
}

/**
 * An event whose record has another resource type than the tables, or none.
 * @param caution what is odd about the record
 * @param events the rows of that name; what is known of an operation that several share is told once
 */
export function doubtfulDocument(
  caution: Line,
  events: readonly ImsEvent[],
  outcome: Outcome,
  voice: Voice,
): Document {
  const firsts = events.filter(
    (event, index) => events.findIndex(({ operation }) => operation === event.operation) === index,
  );
  return [
    lines(caution, outcomeLine(outcome, undefined, voice)),
    lines(...events.flatMap((event) => [titleLine(event, voice.language), sideLine(event, voice)])),
    ...firsts.flatMap((event) => operationBlocks(event, outcome, voice)),
  ];
}

/** Why the operation matters, the calls behind it, where all that is known from. */
function operationBlocks(event: ImsEvent, outcome: Outcome | undefined, voice: Voice): readonly Block[] {
  const notes = event.operation.notes.map((note) => sentence(inLanguage(note, voice.language)));
  return [
    lines(whyLine(event, outcome, voice), ...notes),
    ...glanceBlocks(event, voice),
    ...imsBlocks(event, voice),
    lines(twinLine(event, voice), sourceLine(event, voice), linkLine(event, voice)),
  ];
}

/** The name, then the operation in the user's language and in the other one. */
function titleLine({ name, label }: ImsEvent, language: Language): Line {
  const labels = language === 'en' ? [label.en, label.zh] : [label.zh, label.en];
  return joinParts([strong(name)], ...labels.map(sentence));
}

function sideLine({ side, resourceType }: ImsEvent, { t }: Voice): Line {
  return side === 'glance'
    ? fill(t('Glance side of IMS ({0}, owner glance)'), code(resourceType))
    : fill(t('IMS side ({0}, an operation of IMS itself)'), code(resourceType));
}

function twinLine({ twins }: ImsEvent, { language, t }: Voice): Line {
  if (twins.length === 0) return [];
  return fill(t('Also spelt {0}: a search for one spelling misses the other'), codes(twins, language));
}

function sourceLine(event: ImsEvent, voice: Voice): Line {
  const { t, language } = voice;
  const source = t('Source: {0}.', inLanguage(event.source, language));
  const withdrawn = event.listed === 'withdrawn' ? [t('Not in the newest list.')] : [];
  const inferred = t('Which call records this event is inferred from the names; no document states it.');
  return [text(joinSentences([source, ...withdrawn, inferred], language))];
}

function linkLine(event: ImsEvent, voice: Voice): Line {
  const found = [...glanceLinks(event, voice), ...imsLinks(event, voice)];
  return joinParts(...found.map((one) => [one]));
}

function glanceLinks(event: ImsEvent, { t }: Voice): readonly Inline[] {
  const { calls, nearest } = event.operation.glance;
  const shown = calls.length > 0 ? calls : nearest;
  const urls = new Set(shown.map(({ url }) => url));
  return [...urls].flatMap((url) => {
    const call = shown.find((found) => found.url === url);
    if (call === undefined || url === undefined) return [];
    return link(urls.size > 1 ? `${t('Glance API')} ${call.method} ${call.path}` : t('Glance API'), url);
  });
}

function imsLinks(event: ImsEvent, { language, t }: Voice): readonly Inline[] {
  return event.operation.ims.calls.flatMap((call) => {
    const url = findPage(call.url, language);
    const name = call.sdkOperation ?? `${call.method} ${call.path}`;
    return url === undefined ? [] : link(`${t('IMS API')} ${name}`, url);
  });
}

/** The page in the user's language, else in the other one. */
function findPage(url: { readonly en?: string; readonly zh?: string } | undefined, language: Language) {
  return language === 'en' ? (url?.en ?? url?.zh) : (url?.zh ?? url?.en);
}
