import type { GlanceCall, ImsEvent, NearestCall, PolicyRule } from '../../catalog/rows/row-types';
import type { Localizer } from '../../text/localization';
import { type Block, code, fill, type Line, lines, list, strong } from '../../text/markdown';
import { enumerate, joinParts } from '../parts/phrases';
import { callPart, findCommand, notificationPart } from './call-parts';
import { bilingual } from './event-lines';

/** The Glance calls that correspond to an event, or that there are none, and related calls. */
export function glanceBlocks(event: ImsEvent, localizer: Localizer): readonly Block[] {
  const { calls, nearest } = event.operation.glance;
  if (calls.length > 0) {
    const title = event.side === 'glance' ? localizer.t('Glance API') : localizer.t('Glance counterpart');
    return [
      lines([strong(title)]),
      list(calls.map((call) => glanceCallLine(call, localizer))),
      ...relatedBlocks(localizer.t('Related calls'), nearest, localizer),
    ];
  }
  if (nearest.length === 0) return [lines([strong(localizer.t('No Glance counterpart'))])];
  return relatedBlocks(localizer.t('No Glance counterpart; nearest calls:'), nearest, localizer);
}

function relatedBlocks(
  title: string,
  nearest: readonly NearestCall[],
  localizer: Localizer,
): readonly Block[] {
  if (nearest.length === 0) return [];
  return [lines([strong(title)]), list(nearest.map((call) => nearestLine(call, localizer)))];
}

function glanceCallLine(call: GlanceCall, localizer: Localizer): Line {
  const status = call.resultStatus;
  return joinParts(
    callPart(call),
    bilingual(call.what, localizer),
    policyPart(call.policies, localizer),
    notificationPart(call.notifications, localizer),
    commandPart(call),
    status === undefined ? [] : fill(localizer.t('resulting status: {0}'), code(status)),
    bilingual(call.note, localizer),
  );
}

function nearestLine(call: NearestCall, localizer: Localizer): Line {
  return joinParts(
    callPart(call),
    bilingual(call.why, localizer),
    policyPart(call.policies ?? [], localizer),
    notificationPart(call.notifications ?? [], localizer),
    commandPart(call),
    bilingual(call.note, localizer),
  );
}

function policyPart(policies: readonly PolicyRule[], localizer: Localizer): Line {
  const rules = policies.map(({ rule, when }): Line => {
    const name = code(rule);
    return when === undefined ? [name] : fill(localizer.t('{0} ({1})'), name, bilingual(when, localizer));
  });
  if (rules.length === 0) return [];
  const label = rules.length === 1 ? localizer.t('policy: {0}') : localizer.t('policies: {0}');
  return fill(label, enumerate(rules, localizer.language));
}

function commandPart(call: GlanceCall | NearestCall): Line {
  const command = findCommand(call);
  return command === undefined ? [] : [code(command)];
}
