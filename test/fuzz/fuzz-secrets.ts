import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { explainAt } from '../../src/core/explain/explain';
import { readTrace } from '../../src/core/reading/read-trace';
import { exposedSecret } from '../../src/core/rules/exposed-secret';
import { mayHoldSecret } from '../../src/core/secrets/quick-test';
import { findSecretKind, knownKeys } from '../../src/core/secrets/secret-kind';
import { settingIn } from '../support/asking';
import { applyEdits, builtInCatalog, english } from '../support/harness';

/** A value, what of it must never be shown, and whether it must be reported. */
interface Sample {
  readonly value: unknown;
  readonly hidden: readonly string[];
}

/**
 * Wraps invented credentials in random JSON, strings and text: each must be reported, and be in no message, hover, copy
 * or fixed record. Then does the same with what is no credential, which must stay silent.
 *
 * @param runs how many wrappings of either kind
 * @throws for the first wrapping that is wrong, with its seed and the smallest case that was found
 */
export function fuzzSecrets(seed: number, runs: number): void {
  fc.assert(fc.property(record(credential), fc.nat(), checkCredential), { seed, numRuns: runs });
  fc.assert(fc.property(record(plainSample), checkSilence), { seed, numRuns: runs });
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

const credential: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 5, arbitrary: inJson },
  { weight: 5, arbitrary: inText },
  { weight: 1, arbitrary: inBase64 },
);

/** What is found in real records and is no credential, though a key or word says so. */
const plainSample: fc.Arbitrary<Sample> = fc
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

/** A step that wraps a value; the number chooses among spellings. */
type Wrapping = (value: unknown, spelling: number) => unknown;

const wrappings: readonly Wrapping[] = [
  (value) => ({ server: value }),
  (value) => ({ name: 'web "01"', nics: [], server: value, min_disk: 40 }),
  (value) => [{ id: 1 }, value, null],
  (value, spelling) =>
    JSON.stringify(value, undefined, spelling % 2 === 0 ? undefined : ' '.repeat(spelling % 4)),
  (value) => JSON.stringify({ body: value, status: 'sent' }).replace(/(?<!\\)":/g, '" :\t'),
];
/** How many strings JSON may be nested in, that of the field included. */
const maxStrings = 3;

function record(sample: fc.Arbitrary<Sample>): fc.Arbitrary<Sample & { readonly text: string }> {
  const steps = fc.array(fc.tuple(fc.nat(wrappings.length - 1), fc.nat(7)), { maxLength: 5 });
  const field = fc.constantFrom('request', 'response', 'message');
  return fc.tuple(sample, steps, field, fc.nat(40)).map(([{ value, hidden }, chosen, name, every]) => {
    const wrapped = wrap(value, chosen);
    const json = JSON.stringify({ trace_name: 'createImage', [name]: wrapped, code: '200' });
    return { value: wrapped, hidden, text: every < 20 ? json : escapeSome(json, every) };
  });
}

function wrap(value: unknown, steps: readonly (readonly [number, number])[]): unknown {
  let wrapped = value;
  // Text in which JSON is may be one of the strings
  let strings = typeof value === 'string' || JSON.stringify(value).includes('\\') ? 1 : 0;
  for (const [index, spelling] of steps) {
    const isString = index >= 3;
    if (isString && (strings >= maxStrings || (typeof wrapped === 'string' && index === 3))) continue;
    if (isString) strings++;
    wrapped = wrappings[index]?.(wrapped, spelling) ?? wrapped;
  }
  return wrapped;
}

/** Writes some letters of the keys and values as escapes. */
function escapeSome(json: string, every: number): string {
  let count = 0;
  return json.replace(/(?<!\\)[ghijkm]/g, (letter) => {
    count++;
    return count % every === 0 ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter;
  });
}

function checkCredential({ text, hidden, value }: Sample & { readonly text: string }, place: number): void {
  assert.ok(mayHoldSecret(text), `dismissed: ${text}`);
  if (typeof value === 'string') assert.ok(mayHoldSecret(value), `dismissed: ${value}`);
  const trace = readTrace(text);
  const reports = exposedSecret.check(trace, builtInCatalog).map((match) => match.report(english));
  assert.ok(reports.length > 0, `missed: ${text}`);
  for (const { message } of reports) assertHidden(hidden, message, text);
  const edits = reports.flatMap(({ fixes = [] }) =>
    fixes.flatMap((fix) => ('edits' in fix ? fix.edits : [])),
  );
  const fixed = applyEdits(text, edits);
  assertHidden(hidden, decoded(fixed), text);
  assert.deepEqual(exposedSecret.check(readTrace(fixed), builtInCatalog), [], fixed);
  for (const fix of reports[0]?.fixes ?? [])
    if ('changes' in fix) assertHidden(hidden, decoded(applyEdits(text, fix.changes())), text);
  for (let step = 0; step < 5; step++) {
    const offset = (place + step * 7919) % text.length;
    const hover = explainAt(trace, offset, settingIn('en'))?.markdown;
    if (hover !== undefined) assertHidden(hidden, hover, `${text} at ${offset}`);
  }
}

/** A record written anew, so that no credential hides in escapes. It is valid JSON. */
function decoded(text: string): string {
  return JSON.stringify(JSON.parse(text));
}

/** @param shown without its backslashes, a credential is in it as it is, however deep in strings */
function assertHidden(hidden: readonly string[], shown: string, text: string): void {
  const plain = shown.replaceAll('\\', '');
  for (const part of hidden)
    assert.ok(!plain.includes(part.replaceAll('\\', '')), `shown of ${text}: ${shown}`);
}

function checkSilence({ text }: Sample & { readonly text: string }): void {
  const found = exposedSecret.check(readTrace(text), builtInCatalog).map((match) => match.value);
  assert.deepEqual(found, [], text);
}
