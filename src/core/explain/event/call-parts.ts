import type { ImsCall } from '../../catalog/rows/row-types';
import type { Localizer } from '../../text/localization';
import { code, fill, type Line, text } from '../../text/markdown';
import { codes, sentence } from '../parts/phrases';

/** `PATCH /v2/images/{image_id}` → 200 */
export function callPart(call: {
  readonly method: string;
  readonly path: string;
  readonly success?: number;
}): Line {
  const request = requestPart(call);
  return call.success === undefined ? request : [...request, text(` → ${call.success}`)];
}

/** `PATCH /v2/images/{image_id}` */
export function requestPart({ method, path }: { readonly method: string; readonly path: string }): Line {
  return [code(`${method} ${path}`)];
}

export function notificationPart(notifications: readonly string[], { language, t }: Localizer): Line {
  if (notifications.length === 0) return [];
  const label = notifications.length === 1 ? t('notification: {0}') : t('notifications: {0}');
  return fill(label, codes(notifications, language));
}

/** The `openstack` command, else the `glance` one. */
export function findCommand(call: { readonly openstack?: string; readonly glance?: string }) {
  return call.openstack ?? call.glance;
}

export function modePart({ mode }: ImsCall, { t }: Localizer): Line {
  return sentence(mode === 'async' ? t('asynchronous') : t('synchronous'));
}
