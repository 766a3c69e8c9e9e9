import type { ImsCall, ImsEvent } from '../../catalog/rows/row-types';
import type { Localizer } from '../../text/localization';
import { type Block, code, fill, type Line, lines, list, strong } from '../../text/markdown';
import { enumerate, joinParts, sentence } from '../parts/phrases';
import { callPart, modePart } from './call-parts';
import { bilingual } from './event-lines';

/** The Huawei Cloud IMS API calls for an event, those of its own side first. */
export function imsBlocks(event: ImsEvent, localizer: Localizer): readonly Block[] {
  const { calls, gap } = event.operation.ims;
  if (calls.length === 0) return [];
  const own = calls.filter((call) => call.side === event.side);
  const others = calls.filter((call) => call.side !== event.side);
  return [
    lines([strong(localizer.t('IMS API'))]),
    list([...own, ...others].map((call) => imsCallLine(call, localizer))),
    lines(event.side === 'ims' ? bilingual(gap, localizer) : []),
  ];
}

function imsCallLine(call: ImsCall, localizer: Localizer): Line {
  return joinParts(
    callPart(call),
    call.sdkOperation === undefined ? [] : [code(call.sdkOperation)],
    modePart(call, localizer),
    iamPart(call, localizer),
    sentence(call.deprecated ? localizer.t('deprecated') : undefined),
    bilingual(call.note, localizer),
  );
}

function iamPart({ iam, conditionalIam = [] }: ImsCall, localizer: Localizer): Line {
  const { language, t } = localizer;
  const always = iam.map((action): Line => [code(action)]);
  const sometimes = conditionalIam.map(({ action, when }) =>
    fill(t('{0} ({1})'), code(action), bilingual(when, localizer)),
  );
  const actions = [...always, ...sometimes];
  if (actions.length === 0) return [];
  const label = actions.length === 1 ? t('IAM action: {0}') : t('IAM actions: {0}');
  return fill(label, enumerate(actions, language));
}
