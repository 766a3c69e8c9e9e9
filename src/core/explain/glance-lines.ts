import type { GlanceCall, ImsEvent, NearestCall, PolicyRule } from '../catalog/types';
import { inLanguage, type Voice } from '../language';
import { type Block, code, fill, type Line, lines, list, strong, text } from '../markdown';
import { codes, enumerate, joinParts, sentence } from './phrases';

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
  const { language, t } = voice;
  return joinParts(
    callLine(call),
    sentence(call.what && inLanguage(call.what, language)),
    policyLine(call.policies, voice),
    notificationLine(call.notifications, voice),
    commandLine(call),
    call.resultStatus === undefined ? [] : fill(t('status afterwards {0}'), code(call.resultStatus)),
    sentence(call.note && inLanguage(call.note, language)),
  );
}

function nearestLine(call: NearestCall, voice: Voice): Line {
  return joinParts(
    callLine(call),
    sentence(inLanguage(call.why, voice.language)),
    policyLine(call.policies ?? [], voice),
    notificationLine(call.notifications ?? [], voice),
    commandLine(call),
  );
}

/** `PATCH /v2/images/{image_id}` → 200 */
export function callLine(call: {
  readonly method: string;
  readonly path: string;
  readonly success?: number;
}): Line {
  const request = code(`${call.method} ${call.path}`);
  return call.success === undefined ? [request] : [request, text(` → ${call.success}`)];
}

function policyLine(policies: readonly PolicyRule[], voice: Voice): Line {
  const rules = policies.map(({ rule, when }): Line => {
    const name = code(rule);
    return when === undefined
      ? [name]
      : fill(voice.t('{0} ({1})'), name, text(inLanguage(when, voice.language)));
  });
  return rules.length === 0 ? [] : fill(voice.t('policy {0}'), enumerate(rules, voice.language));
}

function notificationLine(notifications: readonly string[], { language, t }: Voice): Line {
  return notifications.length === 0 ? [] : fill(t('notifies {0}'), codes(notifications, language));
}

function commandLine(call: { readonly openstack?: string; readonly glance?: string }): Line {
  const command = call.openstack ?? call.glance;
  return command === undefined ? [] : [code(command)];
}
