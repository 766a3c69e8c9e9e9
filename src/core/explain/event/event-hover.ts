import type { ImsEvent } from '../../catalog/rows/types';
import { inLanguage, type Localizer } from '../../text/localization';
import { type Block, type Document, type Line, lines, list } from '../../text/markdown';
import type { ExplainSetting } from '../parts/explanation';
import { glanceLinks, imsLinks, linkLine } from '../parts/links';
import type { Outcome } from '../parts/outcome';
import { outcomeLine, whyLine } from '../parts/outcome-lines';
import { joinParts, sentence } from '../parts/phrases';
import { glanceLines, imsCallsShown, imsLines } from './call-hover';
import { counterpartLine } from './counterpart-line';
import { bilingual, sideLine, titleLine, twinLine } from './event-lines';

/** What an auditor needs of an event of the IMS tables at a glance: a dozen short lines. */
export function eventHover(
  event: ImsEvent,
  outcome: Outcome,
  { localizer, counterparts }: ExplainSetting,
): Document {
  return [
    lines(
      titleLine(event, localizer.language),
      sideLine(event, localizer),
      outcomeLine(outcome, event, localizer),
      counterpartLine(counterparts, localizer),
    ),
    ...operationBlocks(event, outcome, localizer),
  ];
}

/**
 * An event whose record has another resource type than the tables, or none.
 * @param caution what is odd about the record
 * @param events the rows of that name; what is known of an operation that several share is told once
 */
export function doubtfulHover(
  caution: Line,
  events: readonly ImsEvent[],
  outcome: Outcome,
  localizer: Localizer,
): Document {
  const firsts = events.filter(
    (event, index) => events.findIndex(({ operation }) => operation === event.operation) === index,
  );
  return [
    lines(caution, outcomeLine(outcome, undefined, localizer)),
    lines(...events.flatMap((event) => [titleLine(event, localizer.language), sideLine(event, localizer)])),
    ...firsts.flatMap((event) => operationBlocks(event, outcome, localizer)),
  ];
}

/** Why the operation matters, the calls behind it, where all that is known from. */
function operationBlocks(event: ImsEvent, outcome: Outcome, localizer: Localizer): readonly Block[] {
  return [
    lines(whyLine(event, outcome, localizer), noteLine(event, localizer), twinLine(event, localizer)),
    list([...glanceLines(event, localizer), ...imsLines(event, localizer)]),
    lines(sourceLine(event, localizer), pagesLine(event, localizer)),
  ];
}

function noteLine({ operation, side }: ImsEvent, localizer: Localizer): Line {
  return bilingual(
    operation.notes.find(({ hover = [] }) => hover.includes(side)),
    localizer,
  );
}

function sourceLine({ guide, listed }: ImsEvent, localizer: Localizer): Line {
  const { t } = localizer;
  return joinParts(
    sentence(t('Source: {0}', inLanguage(guide, localizer.language))),
    sentence(listed === 'withdrawn' ? t('not in the newest list') : undefined),
    sentence(t('which call records this event is inferred')),
  );
}

/** One page of Glance, and one of each call of IMS that is shown. */
function pagesLine(event: ImsEvent, localizer: Localizer): Line {
  const { calls, nearest } = event.operation.glance;
  const glance = [...calls, ...nearest].slice(0, 1);
  return linkLine(glanceLinks(glance, localizer), imsLinks(imsCallsShown(event), localizer));
}
