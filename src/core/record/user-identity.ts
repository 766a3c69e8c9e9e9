import { isObject, type JsonObject, type JsonValue, ownValue, tryParse } from '../text/json';
import { isMeaningful } from './already-masked';

/** `session` is a temporary identity, of an agency or a federation, where the record does not say which. */
export type UserKind = 'root' | 'user' | 'agency' | 'federated' | 'session';

/** Who acted, as far as the record says. Holds no credentials and no key ids. */
export interface UserIdentity {
  readonly name: string | undefined;
  readonly account: string | undefined;
  /** Of the account that the user belongs to. */
  readonly accountId: string | undefined;
  readonly kind: UserKind | undefined;
  /** Whether the name shows that the platform raised the user's own permissions for a moment: `aaa/op_service`. */
  readonly isElevated: boolean;
  /** The user who assumed this identity. */
  readonly assumedBy: string | undefined;
  /** Whether an agency's permissions were used, as far as the record says so; a federated user acts as himself. */
  readonly isThroughAgency: boolean;
  readonly secondFactor: boolean | undefined;
  /** What called on the user's behalf: `service.console` is the console; `undefined` if not recorded. */
  readonly invokedBy: readonly string[] | undefined;
}

/** The object in `user`, parsed if it is a string of JSON; `undefined` if it is neither. */
export function findUser(value: JsonValue | undefined): JsonObject | undefined {
  const user = typeof value === 'string' ? (tryParse(value) as JsonValue | undefined) : value;
  return isObject(user) ? user : undefined;
}

export function userIdentityOf(user: JsonObject): UserIdentity {
  const name = findStringAt(user, 'name') ?? findStringAt(user, 'user_name');
  const kind = findKind(user);
  return {
    name,
    account:
      findStringAt(user, 'domain', 'name') ??
      findStringAt(user, 'domain', 'id') ??
      findStringAt(user, 'account_id'),
    accountId: findStringAt(user, 'domain', 'id'),
    kind,
    isElevated: name?.endsWith('/op_service') ?? false,
    assumedBy: findAssumer(user),
    isThroughAgency: kind === 'agency' || isAssumed(user),
    secondFactor: findBoolean(valueAt(user, 'session_context', 'attributes', 'mfa_authenticated')),
    invokedBy: findInvokers(ownValue(user, 'invoked_by')),
  };
}

/** The documented values of `type` come first; older records have only the principal. */
function findKind(user: JsonObject): UserKind | undefined {
  if (findBoolean(ownValue(user, 'principal_is_root_user')) === true) return 'root';
  return kindsByType.get(findStringAt(user, 'type') ?? '') ?? findKindOfPrincipal(user);
}

const kindsByType: ReadonlyMap<string, UserKind> = new Map([
  ['User', 'user'],
  ['AssumedAgency', 'agency'],
  ['ExternalUser', 'federated'],
]);

function findKindOfPrincipal(user: JsonObject): UserKind | undefined {
  const urn = findStringAt(user, 'principal_urn') ?? '';
  if (/^sts::[^:]*:assumed-agency:/.test(urn)) return 'agency';
  if (/^sts::[^:]*:external-user:/.test(urn)) return 'federated';
  if (/^iam::[^:]*:user:/.test(urn)) return 'user';
  // An agency or an identity provider, then the session; a user's id has no colon
  const [, session = ''] = /^[^:]+:(.+)$/.exec(findStringAt(user, 'principal_id') ?? '') ?? [];
  return isMeaningful(session) ? 'session' : undefined;
}

/** Both spellings of the key are seen. */
const assumerKeys = ['assumedBy', 'assumed_by'] as const;

function findAssumer(user: JsonObject): string | undefined {
  const names = assumerKeys.map((key) => findStringAt(user, key, 'user', 'name'));
  return names.find((name) => name !== undefined);
}

function isAssumed(user: JsonObject): boolean {
  return assumerKeys.some((key) => {
    const assumedBy = ownValue(user, key);
    return isObject(assumedBy)
      ? Object.keys(assumedBy).length > 0
      : typeof assumedBy === 'string' && isMeaningful(assumedBy);
  });
}

function findInvokers(value: JsonValue | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const invokers = value.filter((invoker: JsonValue): invoker is string => typeof invoker === 'string');
  return invokers.length > 0 ? invokers : undefined;
}

/** Most editions write booleans as strings. */
function findBoolean(value: JsonValue | undefined): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}

function findStringAt(user: JsonObject, ...path: readonly string[]): string | undefined {
  const value = valueAt(user, ...path);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function valueAt(object: JsonObject, ...path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (value, key) => (isObject(value) ? ownValue(value, key) : undefined),
    object,
  );
}
