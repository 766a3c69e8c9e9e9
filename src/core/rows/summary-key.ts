import type { Row } from './row';

/** What traces are grouped by. */
export type SummaryKey =
  | 'user'
  | 'account'
  | 'access-key'
  | 'ip'
  | 'agent'
  | 'service'
  | 'event'
  | 'resource';

export const summaryKeys: readonly SummaryKey[] = [
  ...(['user', 'account', 'access-key', 'ip', 'agent', 'service', 'event', 'resource'] as const),
];

/** What identifies a group. */
export interface GroupKey {
  /** `undefined` for traces that do not say. */
  readonly key: string | undefined;
  /** Where the key is unique: the account of a user, the service of an event or of a resource with a short id. */
  readonly within: string | undefined;
  /** A name to show beside the key: of a resource or event, or the user of an access key or address. */
  readonly name: string | undefined;
}

export function groupKeyOf(row: Row, by: SummaryKey): GroupKey {
  switch (by) {
    case 'user':
      return { key: row.user ?? ofService(row), within: row.user && row.account, name: undefined };
    case 'account':
      return { key: row.account, within: undefined, name: undefined };
    case 'access-key':
      return { key: row.accessKey, within: undefined, name: row.accessKey && row.user };
    case 'ip':
      return { key: row.sourceIp, within: undefined, name: row.sourceIp && row.user };
    case 'agent':
      return { key: row.agent, within: undefined, name: undefined };
    case 'service':
      return { key: row.service, within: undefined, name: undefined };
    case 'event':
      return { key: row.event, within: row.service, name: row.operation };
    case 'resource':
      return resourceKeyOf(row);
  }
}

function ofService(row: Row): string | undefined {
  return row.userType === 'service' ? row.service : undefined;
}

/** In UTF-16 units. Shorter ids are numbers and names that several services may use. */
const minUniqueLength = 16;

/** The name of a resource may change, its id does not. */
export function resourceKeyOf({ resourceId, resourceName, service }: Row): GroupKey {
  const key = resourceId ?? resourceName;
  const isUnique = resourceId !== undefined && resourceId.length >= minUniqueLength;
  return { key, within: isUnique || key === undefined ? undefined : service, name: resourceName };
}
