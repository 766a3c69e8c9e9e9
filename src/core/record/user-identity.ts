import { isObject, type JsonObject, type JsonValue, ownValue } from '../text/json';
import { isMeaningful } from './already-masked';

export type UserKind = 'root' | 'user' | 'agency' | 'federated';

/** Who acted, as far as the record says. Holds no credentials and no key ids. */
export interface UserIdentity {
  readonly name: string | undefined;
  readonly account: string | undefined;
  /** Of the account that the user belongs to. */
  readonly accountId: string | undefined;
  readonly kind: UserKind | undefined;
  /** Whether the name shows temporarily elevated rights: `aaa/op_service`. */
  readonly isElevated: boolean;
  /** The user who assumed this identity. */
  readonly assumedBy: string | undefined;
  /** Whether somebody else's rights were used: elevated, assumed, or lent by an agency or a federation. */
  readonly isActingForAnother: boolean;
  readonly secondFactor: boolean | undefined;
  /** What called on the user's behalf: `service.console` is the console; `undefined` if not recorded. */
  readonly invokedBy: readonly string[] | undefined;
}

/** The object in `user`, parsed if it is a string of JSON; `undefined` if it is neither. */
export function findUser(value: JsonValue | undefined): JsonObject | undefined {
  if (typeof value !== 'string') return isObject(value) ? value : undefined;
  try {
    const parsed = JSON.parse(value) as JsonValue;
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function userIdentityOf(user: JsonObject): UserIdentity {
  const name = findStringAt(user, 'name') ?? findStringAt(user, 'user_name');
  const isElevated = name?.endsWith('/op_service') ?? false;
  return {
    name,
    account:
      findStringAt(user, 'domain', 'name') ??
      findStringAt(user, 'domain', 'id') ??
      findStringAt(user, 'account_id'),
    accountId: findStringAt(user, 'domain', 'id'),
    kind: findKind(user),
    isElevated,
    assumedBy: findStringAt(user, 'assumedBy', 'user', 'name'),
    isActingForAnother: isElevated || isAssumed(user) || principalOf(user).startsWith('sts::'),
    secondFactor: findBoolean(valueAt(user, 'session_context', 'attributes', 'mfa_authenticated')),
    invokedBy: findInvokers(ownValue(user, 'invoked_by')),
  };
}

function findKind(user: JsonObject): UserKind | undefined {
  if (findBoolean(ownValue(user, 'principal_is_root_user')) === true) return 'root';
  const urn = principalOf(user);
  if (/^sts::[^:]*:assumed-agency:/.test(urn)) return 'agency';
  if (/^sts::[^:]*:external-user:/.test(urn)) return 'federated';
  return /^iam::[^:]*:user:/.test(urn) || findStringAt(user, 'type') === 'User' ? 'user' : undefined;
}

function principalOf(user: JsonObject): string {
  return findStringAt(user, 'principal_urn') ?? '';
}

function isAssumed(user: JsonObject): boolean {
  const assumedBy = ownValue(user, 'assumedBy');
  return isObject(assumedBy)
    ? Object.keys(assumedBy).length > 0
    : typeof assumedBy === 'string' && isMeaningful(assumedBy);
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
