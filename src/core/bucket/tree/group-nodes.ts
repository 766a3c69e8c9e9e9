import { replaceControlCharacters } from '../../text/display-text';
import { type Localizer, numberText } from '../../text/localization';
import type { BucketGroup, BucketReport, GroupList } from '../bucket-report';
import type { BucketKey } from '../row-groups';
import type { BucketNode } from './bucket-node';

type Groups = BucketReport['groups'];

/** Accounts, each with its users. */
export function accountNodes({ account, user }: Groups, localizer: Localizer): readonly BucketNode[] {
  return [
    ...account.shown.map((group) => ({
      ...groupNode('account', group, localizer),
      icon: 'organization',
      traces: undefined,
      children: () => usersOf(group, user, localizer),
    })),
    ...moreGroups('account', account, localizer),
  ];
}

/** The users of an account; who has none belongs to the traces without one. */
function usersOf({ key }: BucketGroup, user: GroupList, localizer: Localizer): readonly BucketNode[] {
  return [
    ...user.shown
      .filter(({ within }) => within === key)
      .map((group) => ({ ...groupNode('user', group, localizer), icon: 'person' })),
    ...moreGroups('user', user, localizer),
  ];
}

/** Services, each with its events. */
export function serviceNodes({ service, event }: Groups, localizer: Localizer): readonly BucketNode[] {
  return [
    ...service.shown.map((group) => ({
      ...groupNode('service', group, localizer),
      icon: 'server-process',
      traces: undefined,
      children: () => eventsOf(group, event, localizer),
    })),
    ...moreGroups('service', service, localizer),
  ];
}

function eventsOf({ key }: BucketGroup, event: GroupList, localizer: Localizer): readonly BucketNode[] {
  return [
    ...event.shown
      .filter(({ within }) => within === key)
      .map((group) => ({ ...groupNode('event', group, localizer), icon: 'symbol-event' })),
    ...moreGroups('event', event, localizer),
  ];
}

export function resourceNodes({ resource }: Groups, localizer: Localizer): readonly BucketNode[] {
  return [
    ...resource.shown.map((group) => ({ ...groupNode('resource', group, localizer), icon: 'package' })),
    ...moreGroups('resource', resource, localizer),
  ];
}

function groupNode(by: BucketKey, group: BucketGroup, localizer: Localizer): BucketNode {
  const { key, within, name, count, files } = group;
  const counted = countsText(group, localizer);
  const label = replaceControlCharacters(
    (by === 'resource' ? name : undefined) ?? key ?? unnamed(by, localizer),
  );
  const beside = by === 'event' ? name : by === 'resource' && name !== undefined ? key : undefined;
  // A label of an event is short, the id of a resource is not
  const parts = by === 'event' ? [beside, counted] : [counted, beside];
  const shown = replaceControlCharacters(parts.filter((part) => part !== undefined).join(' · '));
  return {
    id: `${by} ${within?.length ?? ''} ${within ?? ''}${key ?? ''}`,
    label,
    description: shown,
    tooltip: `${label}\n${shown}`,
    traces: { by, group: { key, within }, count, files },
  };
}

function countsText({ count, failures, notable }: BucketGroup, { t }: Localizer): string {
  const parts = [
    numberText(count),
    failures > 0 && t('{0} failed', numberText(failures)),
    notable > 0 && t('{0} notable', numberText(notable)),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** Traces that do not say. */
function unnamed(by: BucketKey, { t }: Localizer): string {
  switch (by) {
    case 'account':
      return t('Unknown account');
    case 'user':
      return t('Unknown user');
    case 'service':
      return t('Unknown service');
    case 'event':
      return t('Unknown event');
    case 'resource':
      return t('No resource');
  }
}

function moreGroups(by: BucketKey, { hidden }: GroupList, { t }: Localizer): readonly BucketNode[] {
  if (hidden === 0) return [];
  const label = t('{0} more. Filter to see them', numberText(hidden));
  return [{ id: `more ${by}`, label, icon: 'ellipsis' }];
}
