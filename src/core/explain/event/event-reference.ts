import type { ImsEvent } from '../../catalog/rows/types';
import { inLanguage, type Voice } from '../../text/localization';
import { type Document, type Line, lines, list, text } from '../../text/markdown';
import { glanceLinks, imsLinks } from '../parts/links';
import { whyLine } from '../parts/outcome-lines';
import { joinSentences } from '../parts/phrases';
import { bilingual, sideLine, titleLine, twinLine } from './event-lines';
import { glanceBlocks } from './glance-reference';
import { imsBlocks } from './ims-reference';

/** All that is known of an event of the IMS tables, to be looked up and read at leisure. */
export function eventReference(event: ImsEvent, voice: Voice): Document {
  const { glance, ims, notes } = event.operation;
  const glanceCalls = glance.calls.length > 0 ? glance.calls : glance.nearest;
  return [
    lines(titleLine(event, voice.language), sideLine(event, voice)),
    lines(whyLine(event, undefined, voice), ...notes.map((note) => bilingual(note, voice))),
    ...glanceBlocks(event, voice),
    ...imsBlocks(event, voice),
    lines(twinLine(event, voice), sourceLine(event, voice)),
    list([...glanceLinks(glanceCalls, voice), ...imsLinks(ims.calls, voice)]),
  ];
}

function sourceLine({ source, listed }: ImsEvent, { language, t }: Voice): Line {
  const found = t('Source: {0}.', inLanguage(source, language));
  const withdrawn = listed === 'withdrawn' ? [t('Not in the newest list.')] : [];
  const inferred = t('Which call records this event is inferred from the names; no document states it.');
  return [text(joinSentences([found, ...withdrawn, inferred], language))];
}
