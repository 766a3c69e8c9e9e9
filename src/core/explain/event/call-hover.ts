import type { GlanceCall, ImsCall, ImsEvent, NearestCall, PolicyRule } from '../../catalog/rows/row-types';
import type { Localizer } from '../../text/localization';
import { code, fill, type Line, text } from '../../text/markdown';
import { codes, joinParts, sentence } from '../parts/phrases';
import { callPart, findCommand, modePart, notificationPart, requestPart } from './call-parts';
import { bilingual } from './event-lines';

/** A line for each Glance call that corresponds to an event, else for each of the nearest. */
export function glanceLines({ operation, side }: ImsEvent, localizer: Localizer): readonly Line[] {
  const { calls, nearest } = operation.glance;
  if (calls.length === 0) return nearest.map((call, index) => nearestLine(call, index === 0, localizer));
  const label = side === 'glance' ? [] : [text(`${localizer.t('Glance counterpart')} `)];
  return calls.map((call) => [...label, ...glanceLine(call, localizer)]);
}

/** A line for each IMS API call shown; the last one adds how many are hidden and what the API cannot do. */
export function imsLines(event: ImsEvent, localizer: Localizer): readonly Line[] {
  const shown = imsCallsShown(event);
  const hidden = preferredCallsOf(event).length - shown.length;
  const more = sentence(hidden > 0 ? localizer.t('and {0} more', hidden) : undefined);
  const gap = event.side === 'ims' ? bilingual(event.operation.ims.gap, localizer) : [];
  return shown.map((call, index) => {
    const isLast = index === shown.length - 1;
    return joinParts(imsLine(call, localizer), ...(isLast ? [more, gap] : []));
  });
}

/** At most two calls of the row's own side, or one of the other side as a substitute. */
export function imsCallsShown(event: ImsEvent): readonly ImsCall[] {
  const preferred = preferredCallsOf(event);
  return preferred.slice(0, preferred[0]?.side === event.side ? 2 : 1);
}

/** The current calls of the row's own side, else all current ones, else the deprecated ones. */
function preferredCallsOf({ operation, side }: ImsEvent): readonly ImsCall[] {
  const { calls } = operation.ims;
  const current = calls.filter((call) => !call.deprecated);
  const own = current.filter((call) => call.side === side);
  return [own, current].find((candidates) => candidates.length > 0) ?? calls;
}

/** `PATCH /v2/images/{image_id}` → 200 · policy: `modify_image` · notification: `image.update` · `openstack image set` */
function glanceLine(call: GlanceCall, localizer: Localizer): Line {
  const policy = findMainPolicy(call.policies);
  const command = findCommand(call);
  return joinParts(
    callPart(call),
    policy === undefined ? [] : fill(localizer.t('policy: {0}'), code(policy)),
    notificationPart(distinctiveNotifications(call.notifications), localizer),
    command === undefined ? [] : [code(withoutArguments(command))],
  );
}

function nearestLine(call: NearestCall, isFirst: boolean, localizer: Localizer): Line {
  const { t } = localizer;
  const template = isFirst ? t('No Glance counterpart; nearest: {0} – {1}') : t('or {0} – {1}');
  return fill(template, callPart(call), bilingual(call.why, localizer));
}

/** `PATCH /v2/cloudimages/{image_id}` · synchronous · `ims:images:update` */
function imsLine(call: ImsCall, localizer: Localizer): Line {
  const { t } = localizer;
  const actions = call.iam.length > 0 ? call.iam : (call.conditionalIam ?? []).map(({ action }) => action);
  return joinParts(
    [text(`${t('IMS API')} `), ...requestPart(call)],
    modePart(call, localizer),
    actions.length === 0 ? [] : codes(actions, localizer.language),
    sentence(call.deprecated ? t('deprecated') : undefined),
  );
}

/** The rule without a condition; the others depend on the request or only check that the image is visible. */
function findMainPolicy(policies: readonly PolicyRule[]): string | undefined {
  return (policies.find(({ when }) => when === undefined) ?? policies[0])?.rule;
}

/** Leaves out notifications sent more than once: an upload, for example, begins and ends with an update. */
function distinctiveNotifications(types: readonly string[]): readonly string[] {
  return types.filter((type) => types.indexOf(type) === types.lastIndexOf(type));
}

/** The command up to its first placeholder or optional argument: `openstack image unset --tag`. */
function withoutArguments(command: string): string {
  return command.replace(/ [[<].*$/, '');
}
