import * as fc from 'fast-check';
import { findSecretKind, knownKeys } from '../../src/core/secrets/secret-kind';

/** A value, and what of it must never be shown: nothing, if it must stay silent. */
export interface Sample {
  readonly value: unknown;
  readonly hidden: readonly string[];
}

const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789'];
/** Random enough to be no word; nothing else in a record looks like it. */
const plainSecret = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 16, maxLength: 30 })
  .map((text) => `Kd8${text}7q`);
/** In a string of JSON anything may be part of a credential. */
const anySecret = fc.oneof(
  plainSecret,
  fc
    .tuple(plainSecret, fc.string({ unit: fc.constantFrom(...'#!"\\\'/,;:{}[]()&=?@|+'), maxLength: 4 }))
    .map(([text, signs]) => `${text}${signs}${text.slice(-6)}`),
);

const asIs = knownKeys.filter((key) => ['password', 'token'].includes(findSecretKind(key) ?? ''));
/** A key of a credential in any spelling. */
const secretKey = fc
  .tuple(fc.constantFrom(...asIs), fc.constantFrom('', '_', '-', '.', ' '), fc.nat(30))
  .map(([key, separator, at]) => {
    const cut = at % key.length;
    const spelt = cut === 0 ? key : `${key.slice(0, cut)}${separator}${key.slice(cut)}`;
    return at % 3 === 0 ? spelt.toUpperCase() : spelt;
  });
/** One that may also be written without quotation marks. */
const bareKey = secretKey.filter((key) => !key.includes(' '));

const toBase64 = (text: string): string => Buffer.from(text).toString('base64');
const encoded = (text: string, toValue: (encoded: string) => unknown): Sample => {
  const value = toBase64(text);
  return { value: toValue(value), hidden: [value] };
};

const wrapperKey = fc.constantFrom('value', 'raw', 'text', 'credentials', 'newValue');
const nameKey = fc.constantFrom('name', 'key', 'Name', 'headerName', 'field');

const inJson: fc.Arbitrary<Sample> = fc
  .tuple(secretKey, anySecret, wrapperKey, nameKey, fc.nat(6))
  .map(([key, secret, inner, name, form]) => {
    const values: readonly unknown[] = [
      { [key]: secret },
      { [key]: [secret] },
      { [key]: { [inner]: secret } },
      { [key]: { id: 'a', [inner]: [{ value: secret }] } },
      { [name]: key, value: secret },
      { value: secret, enabled: true, [name]: key },
      { [key]: JSON.stringify({ [inner]: secret }) },
    ];
    return { value: values[form], hidden: [secret] };
  });

const inText: fc.Arbitrary<Sample> = fc.tuple(bareKey, plainSecret, fc.nat(16)).map(([key, secret, form]) => {
  const texts: readonly string[] = [
    `user=a&${key}=${secret}&x=1`,
    `${key}: ${secret}`,
    `set ${key} = "${secret}", then`,
    `{'${key}': '${secret}', 'a': 1}`,
    `failed: {"a":1,"${key}":"${secret}"} was sent`,
    `[INFO] body {"a":{"${key}":{"value":"${secret}"}}}`,
    `\\"${key}\\":\\"${secret}\\"`,
    `sent Bearer ${secret}, done`,
    `authorization: bearer ${secret}`,
    `to https://me:${secret}@example.com/a`,
    `redis://:${secret}@example.com:6379`,
    `GET /o?a=1&Signature=${secret}&x=1`,
    `curl -u mei:${secret} https://example.com`,
    `docker login -u a@b -p ${secret} swr.example.com`,
    `tool --password ${secret} -v`,
    `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n${secret}\n-----END RSA PRIVATE KEY-----`,
    `登录密码：${secret}，请保存`,
  ];
  return { value: texts[form], hidden: [secret] };
});

const inBase64: fc.Arbitrary<Sample> = fc.tuple(plainSecret, fc.nat(3)).map(([secret, form]) => {
  if (form === 0) return encoded(`mei:${secret}`, (auth) => ({ auths: { 'example.com': { auth } } }));
  if (form === 1)
    return encoded(`#!/bin/sh\necho 'root:${secret}' | chpasswd\n`, (text) => ({ user_data: text }));
  if (form === 2) return encoded(`#cloud-config\npassword: ${secret}\n`, (text) => ({ userData: text }));
  return encoded(`-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`, (key) => ({
    file: key,
  }));
});

export const credential: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 5, arbitrary: inJson },
  { weight: 5, arbitrary: inText },
  { weight: 1, arbitrary: inBase64 },
);

/** What is found in real records and is no credential, though a key or word says so. */
export const plainSample: fc.Arbitrary<Sample> = fc
  .constantFrom<unknown>(
    ...[
      { PWD: '/root/app' },
      { env: [{ name: 'PWD', value: '/usr/src/app' }] },
      'PWD=/home/mei OLDPWD=/home',
    ],
    ...[{ password: 'must have at least 8 characters' }, { password: ['is too short', '长度不能少于8位'] }],
    ...[
      { password: 'enabled' },
      { adminPass: 'not set' },
      { pwd: 'PASSWORD_TOO_SHORT' },
      { psk: 'disabled' },
    ],
    ...[{ user_pwd: '2025-11-20T10:00:00Z' }, { last_pwd: 1763632948000 }, { token: '2025-11-20 10:00:00' }],
    ...[{ password: '/etc/secrets/db' }, { secret: 'C:\\keys\\db.txt' }, { token: './run/secrets/token' }],
    ...[{ password: '$DB_PASSWORD' }, { pwd: '%DB_PASSWORD%' }, { token: '{{ vault.token }}' }],
    ...['mysql --password $DB_PASSWORD', 'Basic authentication failed', 'Bearer authorization-required'],
    ...[{ secret: `sha256:${'0123456789abcdef'.repeat(4)}` }, { password: '***' }, { token: '<token>' }],
    ...['http://mail.example.com:8080?to=mei@example.com', `docker://a:1.25@sha256:${'0af'.repeat(20)}`],
    ...[{ token: 'https://iam.example.com/v3/auth/tokens' }, { secret: 'prod/database-login' }],
    ...[{ token: { expires_at: '2025-11-20T10:00:00Z', user: { name: 'operations-of-acme' } } }],
    ...[
      'reset password: operation failed',
      '重置密码：操作失败，请稍后再试',
      { access_key_id: 'AKINVENTED0123456789' },
    ],
    ...[
      { next_token: 'MIIInventedTokenOfNobody' },
      { password_policy: 'at least eight' },
      { token_ttl: 86400 },
    ],
    ...[
      { tags: [{ key: 'purpose', value: 'Kd8Invented0815vWm4TnLq' }] },
      { user_data: toBase64('apt-get update') },
    ],
    ...[{ password: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' }, { pwd: 'd41d8cd98f00b204e9800998ecf8427e' }],
  )
  .map((value) => ({ value, hidden: [] }));
