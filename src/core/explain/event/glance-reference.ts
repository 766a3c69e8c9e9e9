import type { GlanceCall, ImsEvent, NearestCall, PolicyRule } from '../../catalog/rows/types';
import type { Voice } from '../../text/localization';
import { type Block, code, fill, type Line, lines, list, strong } from '../../text/markdown';
import { enumerate, joinParts } from '../parts/phrases';
import { callPart, findCommand, notificationPart } from './call-parts';
import { bilingual } from './event-lines';

/** The Glance calls behind an event, or that there are none and what comes nearest. */
export function glanceBlocks(event: ImsEvent, voice: Voice): readonly Block[] {
  const { calls, nearest } = event.operation.glance;
  if (calls.length > 0) {
    const title = event.side === 'glance' ? voice.t('Glance API') : voice.t('Glance counterpart');
    return [lines([strong(title)]), list(calls.map((call) => glanceCallLine(call, voice)))];
  }
  if (nearest.length === 0) return [lines([strong(voice.t('No Glance counterpart'))])];
  return [
    lines([strong(voice.t('No Glance counterpart; the nearest:'))]),
    list(nearest.map((call) => nearestLine(call, voice))),
  ];
}

function glanceCallLine(call: GlanceCall, voice: Voice): Line {
  const status = call.resultStatus;
  return joinParts(
    callPart(call),
    bilingual(call.what, voice),
    policyPart(call.policies, voice),
    notificationPart(call.notifications, voice),
    commandPart(call),
    status === undefined ? [] : fill(voice.t('status afterwards {0}'), code(status)),
    bilingual(call.note, voice),
  );
}

function nearestLine(call: NearestCall, voice: Voice): Line {
  return joinParts(
    callPart(call),
    bilingual(call.why, voice),
    policyPart(call.policies ?? [], voice),
    notificationPart(call.notifications ?? [], voice),
    commandPart(call),
    bilingual(call.note, voice),
  );
}

function policyPart(policies: readonly PolicyRule[], voice: Voice): Line {
  const rules = policies.map(({ rule, when }): Line => {
    const name = code(rule);
    return when === undefined ? [name] : fill(voice.t('{0} ({1})'), name, bilingual(when, voice));
  });
  return rules.length === 0 ? [] : fill(voice.t('policy {0}'), enumerate(rules, voice.language));
}

function commandPart(call: GlanceCall | NearestCall): Line {
  const command = findCommand(call);
  return command === undefined ? [] : [code(command)];
}
