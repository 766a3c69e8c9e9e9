import type { ImsEvent } from '../../catalog/rows/row-types';
import { inLanguage, type Localizer } from '../../text/localization';
import { type Document, type Line, lines, list, text } from '../../text/markdown';
import { glanceLinks, imsLinks } from '../parts/links';
import { whyLine } from '../parts/outcome-lines';
import { joinSentences } from '../parts/phrases';
import { bilingual, sideLine, titleLine, twinLine } from './event-lines';
import { glanceBlocks } from './glance-reference';
import { imsBlocks } from './ims-reference';

/** Everything known about an event of the IMS tables, for the event look-up. */
export function eventReference(event: ImsEvent, localizer: Localizer): Document {
  const { glance, ims } = event.operation;
  const notes = event.operation.notes.filter(({ side = event.side }) => side === event.side);
  const glanceCalls = [...glance.calls, ...glance.nearest];
  return [
    lines(titleLine(event, localizer.language), sideLine(event, localizer)),
    lines(whyLine(event, undefined, localizer), ...notes.map((note) => bilingual(note, localizer))),
    ...glanceBlocks(event, localizer),
    ...imsBlocks(event, localizer),
    lines(twinLine(event, localizer), sourceLine(event, localizer)),
    list([...glanceLinks(glanceCalls, localizer), ...imsLinks(ims.calls, localizer)]),
  ];
}

function sourceLine({ source, listed }: ImsEvent, { language, t }: Localizer): Line {
  const origin = t('Source: {0}.', inLanguage(source, language));
  const withdrawn = listed === 'withdrawn' ? [t('Not in the newest list.')] : [];
  const inferred = t(
    'The calls are inferred from their names; no document states which of them records this event.',
  );
  return [text(joinSentences([origin, ...withdrawn, inferred], language))];
}
