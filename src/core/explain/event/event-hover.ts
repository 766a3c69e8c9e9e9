import type { ImsEvent } from '../../catalog/rows/row-types';
import { type Outcome, outcomeOf } from '../../record/outcome';
import type { Trace } from '../../record/trace';
import { inLanguage, type Localizer } from '../../text/localization';
import { type Block, type Document, type Line, lines, list } from '../../text/markdown';
import type { ExplainSettings } from '../parts/explanation';
import { glanceLinks, imsLinks, linkLine } from '../parts/links';
import { outcomeLines, whyLine } from '../parts/outcome-lines';
import { joinParts, sentence } from '../parts/phrases';
import { glanceLines, imsCallsShown, imsLines } from './call-hover';
import { counterpartLine } from './counterpart-line';
import { bilingual, memberLine, sideLine, titleLine, twinLine } from './event-lines';

/**
 * The hover of an event of the IMS tables, in a dozen short lines: the outcome and why it matters first, then the API
 * calls and the sources.
 */
export function eventHover(event: ImsEvent, trace: Trace, settings: ExplainSettings): Document {
  const { localizer, counterparts } = settings;
  const outcome = outcomeOf(trace);
  return [
    lines(
      titleLine(event, localizer.language),
      ...outcomeLines(outcome, event, settings),
      memberLine(trace, localizer),
      whyLine(event, outcome, localizer),
      noteLine(event, localizer),
    ),
    lines(sideLine(event, localizer), twinLine(event, localizer), counterpartLine(counterparts, localizer)),
    ...callBlocks(event, localizer),
  ];
}

/**
 * The hover of an event whose resource type is missing or not the one in the tables.
 *
 * @param caution describes the mismatch
 * @param events the rows of that name; each operation is explained once, even if several rows share it
 */
export function otherResourceTypeHover(
  caution: Line,
  events: readonly ImsEvent[],
  outcome: Outcome,
  settings: ExplainSettings,
): Document {
  const { localizer } = settings;
  const distinctOperations = events.filter(
    (event, index) => events.findIndex(({ operation }) => operation === event.operation) === index,
  );
  return [
    lines(caution, ...outcomeLines(outcome, undefined, settings)),
    lines(...events.flatMap((event) => [titleLine(event, localizer.language), sideLine(event, localizer)])),
    ...distinctOperations.flatMap((event) => [
      lines(whyLine(event, outcome, localizer), noteLine(event, localizer), twinLine(event, localizer)),
      ...callBlocks(event, localizer),
    ]),
  ];
}

/** The API calls of the operation, and the sources. */
function callBlocks(event: ImsEvent, localizer: Localizer): readonly Block[] {
  return [
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
    sentence(t('calls inferred')),
  );
}

/** One Glance page, and the page of each IMS call shown. */
function pagesLine(event: ImsEvent, localizer: Localizer): Line {
  const { calls, nearest } = event.operation.glance;
  const glance = [...calls, ...nearest].slice(0, 1);
  return linkLine(glanceLinks(glance, localizer), imsLinks(imsCallsShown(event), localizer));
}
