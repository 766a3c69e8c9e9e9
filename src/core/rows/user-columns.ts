import { textOf } from '../record/trace-facts';
import { findUser, type UserIdentity, userIdentityOf } from '../record/user-identity';
import { type JsonValue, ownValue } from '../text/json';
import { columnReader } from './column-reader';
import { Memo } from './memo';
import type { Row, UserType } from './row';

/** The columns of who acted. */
export type UserColumns = Pick<
  Row,
  'user' | 'userId' | 'account' | 'accountId' | 'assumedBy' | 'mfa' | 'accessKey'
> & {
  readonly userType: Exclude<UserType, 'service'> | undefined;
  /** `undefined` if there is no user. */
  readonly identity: UserIdentity | undefined;
};

/** Reads `user`, an object or a string of JSON. In bucket files the same few strings come again and again. */
export class UserReader {
  private readonly known = new Memo((text) => this.decode(text), maxRemembered);
  private readonly column = columnReader('user');

  read(value: JsonValue | undefined): UserColumns {
    if (value === undefined || value === null || value === '') return nobody;
    return typeof value === 'string' ? this.known.get(value) : this.decode(value);
  }

  private decode(value: JsonValue): UserColumns {
    const user = findUser(value);
    if (user === undefined) return nobody;
    const identity = userIdentityOf(user);
    return {
      user: this.column(identity.name),
      userId: this.column(ownValue(user, 'id')),
      account: this.column(identity.account),
      accountId: this.column(identity.accountId),
      assumedBy: this.column(identity.assumedBy),
      mfa: identity.secondFactor,
      accessKey: findAccessKey(ownValue(user, 'access_key_id')),
      userType: identity.kind,
      identity,
    };
  }
}

/** In UTF-16 units: a `user` with all documented members is some 600 long. */
const maxRemembered = 2000;

const nobody: UserColumns = {
  user: undefined,
  userId: undefined,
  account: undefined,
  accountId: undefined,
  assumedBy: undefined,
  mfa: undefined,
  accessKey: undefined,
  userType: undefined,
  identity: undefined,
};

/**
 * The documented field for it. Everything that is not the id of an access key is masked: a secret may have been
 * written in its place.
 */
function findAccessKey(value: JsonValue | undefined): string | undefined {
  const key = textOf(value);
  if (key === undefined) return undefined;
  return accessKeyForm.test(key) ? key : hiddenKey;
}

/** CTS documents 15 to 40 characters. The secrets of access keys have small letters, too. */
const accessKeyForm = /^[0-9A-Z]{15,40}$/;
const hiddenKey = '***';
