import assert from 'node:assert/strict';
import { explainAt } from '../../../src/core/explain/explain';
import { readTrace } from '../../../src/core/reading/read-trace';
import { exposedSecret } from '../../../src/core/rules/exposed-secret';
import { settingsIn } from '../../support/asking';
import { checkRecord } from '../../support/harness';

const secret = 'Kd8Invented0815vWm4TnLq';
const toBase64 = (text: string): string => Buffer.from(text).toString('base64');

/** Every credential is the invented one, alone or in Base64. */
const credentials: Readonly<Record<string, object>> = {
  'a script of a server': {
    request: { user_data: toBase64(`#!/bin/sh\necho "root:${secret}" | chpasswd\n`) },
  },
  'the settings of a server': { request: { user_data: toBase64(`#cloud-config\npassword: ${secret}\n`) } },
  'the key of a VPN': { request: { vpn: { psk: secret } } },
  'a short key': { request: { pass: secret } },
  'a repeated password': { request: { password_confirm: secret } },
  'a second password': { request: { adminPassword2: secret } },
  'a login of Docker': { response: { auths: { 'swr.example.com': { auth: toBase64(`u:${secret}`) } } } },
  'a header with a command': {
    response: { header: { 'X-Swr-Dockerlogin': `docker login -u a@AK -p ${secret} swr.example.com` } },
  },
  'a key of Kubernetes': {
    response: {
      user: { 'client-key-data': toBase64(`-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END`) },
    },
  },
  'a key in Base64 under any key': {
    response: { file: toBase64(`-----BEGIN EC PRIVATE KEY-----\n${secret}\n-----END`) },
  },
  'a header as name and value': { request: { headers: [{ name: 'X-Auth-Token', value: secret }] } },
  'a header as value and name': { request: { headers: [{ value: [secret], name: 'X-Auth-Token' }] } },
  'a variable as name and value': { request: { env: [{ name: 'DB_PASSWORD', value: secret }] } },
  'a tag': { request: JSON.stringify({ tags: [{ key: 'admin_pwd', value: secret }] }) },
  'a parameter': { request: { parameters: [{ paramName: 'password', paramValue: secret }] } },
  'JSON after text': { message: `request body: {"adminPass":"${secret}"}` },
  'JSON in JSON after text': { message: `body ${JSON.stringify({ a: JSON.stringify({ sk: secret }) })}` },
  'a header in lower case': { message: `authorization: bearer ${secret}` },
  'a form': { request: `username=u&password=${secret}` },
  'an address of JDBC': { request: { url: `jdbc:mysql://h:3306/d?user=root&password=${secret}` } },
  'an address without a user': { request: { url: `redis://:${secret}@h:6379` } },
  'a Chinese key': { request: { 密码: secret } },
  'a longer Chinese key': { request: { 管理员密码: secret } },
  'a Chinese setting': { message: `登录密码：${secret}` },
  'a command': { message: `curl -u admin:${secret} https://h` },
  'an option': { message: `tool --password ${secret} --verbose` },
  'an object under a key': { request: { password: { value: secret } } },
  'objects under a key': { request: { 'X-Auth-Token': { token: 'short', raw: { text: secret } } } },
  'an object in JSON after text': {
    message: `body {"Authorization":{"scheme":"x","credentials":"${secret}"}}`,
  },
  'JSON in a string under a key': { request: { password: JSON.stringify({ value: secret }) } },
  'a private key with headers': {
    message: `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n${secret}`,
  },
  'a private key of PGP': { message: `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${secret}\n-----END` },
  'words in another order': { request: { accessSecretKey: secret } },
  'a key with a prefix': { request: { OBS_SECRET_ACCESS_KEY: secret } },
  'plain text of KMS': { response: { plain_text: secret } },
  'a key in full width': { request: { ｐａｓｓｗｏｒｄ: secret } },
  'a key with a long s': { request: { 'pa\u017f\u017fword': secret } },
  'a key with the sign of the kelvin': { request: { 's\u212a': secret } },
  'quotation marks of Python': { message: `{'password': '${secret}', 'a': 1}` },
  'escaped quotation marks': { message: `body {\\"password\\":\\"${secret}\\"}` },
  'a value with an escaped quotation mark': { message: `password="Zq7\\"${secret}"` },
  'a number in an object': { request: { password: { value: 47114711 } } },
};

/** Each would be a false alarm. */
const others: Readonly<Record<string, object>> = {
  'working directories': { request: { env: { PWD: '/root/app', OLDPWD: '/workspace' } } },
  'a working directory as name and value': { request: { env: [{ name: 'PWD', value: '/usr/src/app' }] } },
  'a working directory in text': { message: 'PWD=/home/builder/work OLDPWD=/home/builder' },
  'a validation message': { response: { errors: { password: 'must have at least 8 characters' } } },
  'validation messages': { response: { errors: { password: ['is too short', '长度不能少于8位字符'] } } },
  'a code of an error': { response: { password: 'PASSWORD_TOO_SHORT', token: 'token_has_been_expired' } },
  states: { request: { password: 'enabled', adminPass: 'disabled', pwd: 'not set', passwd: 'unchanged' } },
  'a date': { response: { user_pwd: '2025-11-20T10:00:00Z', token: '2025-11-20 10:00:00 +0800' } },
  'a time in milliseconds': { response: { last_pwd: 1763632948000 } },
  paths: {
    request: { password: '/etc/secrets/db', token: './run/secrets/token', secret: 'C:\\keys\\db.txt' },
  },
  variables: { request: { password: '$DB_PASSWORD', pwd: '%DB_PASSWORD%', passwd: 'x\u0024{DB_PASSWORD}' } },
  'variables in text': { message: 'mysql --password $DB_PASSWORD; PASSWORD=%DB_PASSWORD%' },
  'the name of a scheme': { message: 'Basic authentication failed, Bearer authorization-required is next' },
  'the name of a signature': { message: 'Authorization: AWS4-HMAC-SHA256 Credential=AKINVENTED/1' },
  'what a server answers': { response: 'WWW-Authenticate: Bearer error=invalid_token_of_user' },
  'a digest': { request: { secret: `sha256:${'0123456789abcdef'.repeat(4)}` } },
  'an image with a digest': { message: `docker://app:1.25@sha512:${'0123456789abcdef'.repeat(8)}` },
  'a host, a port and a mail address': { message: 'http://mail.example.com:8080?to=mei@example.com' },
  'a host with a port before a mail address': { message: 'smtp://mail.example.com:587@example.com' },
  'an address without credentials': { response: { token: 'https://iam.example.com/v3/auth/tokens' } },
  'the name of a secret': { request: { secret: 'prod/database-login' } },
  'a description of a token': {
    response: { token: { expires_at: '2025-11-20T10:00:00.000000Z', user: { name: 'operations-of-acme' } } },
  },
  'a description of a password': {
    request: { password: { policy: 'at_least_eight', min_length: 12345678 } },
  },
  'a count': { response: { pass: 1234567, fail: 0 } },
  'a sentence': { message: 'reset password: operation failed. Token: unexpected character' },
  'a sentence in Chinese': { message: '重置密码：操作失败，请稍后再试' },
  'a key in the next line': { message: 'password:\nlevel2: high' },
  'a passed test': { response: { pass: 'passed' } },
  'a hash for a script': { request: { user_data: toBase64(`echo 'root:$6$V6az$BN3VVq18' | chpasswd -e`) } },
  'a script without credentials': { request: { user_data: toBase64('#!/bin/sh\napt-get update\n') } },
  'user and group of a container': { message: 'curl https://h; docker run -u 1000:1000 app' },
  'a certificate in Base64': { response: { ca: toBase64(`-----BEGIN CERTIFICATE-----\n${secret}`) } },
  'a name and another value': { request: { tags: [{ key: 'purpose', value: secret }] } },
  'names in other objects': { request: [{ name: 'password' }, { value: secret }, { name: 'a', value: 'b' }] },
  'a login that is none': { request: { auth: 'token-of-nobody-at-all', other: { auth: toBase64('none') } } },
};

describe('the usual forms of credentials', () => {
  for (const [what, record] of Object.entries(credentials)) {
    it(`include ${what}: reported, and shown nowhere`, () => {
      const [found, ...more] = checkRecord(exposedSecret, { ...record, trace_name: 'a' });
      assert.ok(found);
      assert.deepEqual(
        more.map(({ marked }) => marked),
        [],
      );
      const copy = found.fixes[0]?.[1] ?? '';
      for (const part of hiddenParts(record)) {
        assert.ok(!copy.includes(part), copy);
        assert.ok(!JSON.stringify([found.message, ...hoversOf(record)]).includes(part));
      }
      assert.deepEqual(checkRecord(exposedSecret, JSON.parse(copy)), []);
      assert.deepEqual(checkRecord(exposedSecret, JSON.parse(found.fixes[1]?.[1] ?? '')), []);
    });
  }
});

describe('what is not a credential', () => {
  for (const [what, record] of Object.entries(others)) {
    it(`is silent on ${what}`, () => {
      assert.deepEqual(
        checkRecord(exposedSecret, { ...record }).map(({ marked }) => marked),
        [],
      );
    });
  }
});

/** The invented credential, and the strings in Base64 that hold it. */
function hiddenParts(record: object): readonly string[] {
  const encoded = JSON.stringify(record).match(/[A-Za-z\d+/]{30,}/g) ?? [];
  return [secret, '47114711', ...encoded];
}

function hoversOf(record: object): readonly string[] {
  const text = JSON.stringify(record);
  return Array.from({ length: text.length }, (_, offset) => {
    return explainAt(readTrace(text), offset, settingsIn('en'))?.markdown ?? '';
  });
}
