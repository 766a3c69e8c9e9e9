import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readTrace } from '../../../src/core/reading/read-trace';
import { exposedSecret } from '../../../src/core/rules/exposed-secret';
import { findSecrets } from '../../../src/core/secrets/find-secrets';
import { findRedactions } from '../../../src/core/secrets/redactions';
import {
  assertReports,
  builtInCatalog,
  checkRecord,
  checkRecordText,
  english,
  type RecordFinding,
} from '../../support/harness';
import { runs } from '../../support/runs';

const password = 'Invented#4711';
const token = 'MIIInventedTokenOfNobody0123456789';

function find(request: unknown): readonly RecordFinding[] {
  return checkRecord(exposedSecret, { request });
}

function isFound(request: unknown): boolean {
  return find(request).length > 0;
}

describe('exposed-secret', () => {
  it('marks the value in JSON and in strings of JSON', () => {
    assertReports(
      exposedSecret,
      String.raw`
      {
        "request": { "server": { "adminPass": "Invented#4711" } },
        //                                    ^^^^^^^^^^^^^^^ exposed-secret: Credential in plain text in "request" (adminPass). Treat it as compromised and revoke it
        "response": "{\"X-Auth-Token\":\"MIIInventedTokenOfNobody\"}",
        //                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ exposed-secret: Credential in plain text in "response" (X-Auth-Token). Treat it as compromised and revoke it
        "message": "sent https://me:Invented4711@example.com/ to the host"
        //                          ^^^^^^^^^^^^ exposed-secret: Credential in plain text in "message" (password in a URL). Treat it as compromised and revoke it
      }`,
    );
  });

  it('offers to copy the redacted record, then to redact the single value', () => {
    const record = { message: `{"pwd":"${password}"}`, request: { token, note: 'kept' } };
    const redacted = '{"message":"{\\"pwd\\":\\"***\\"}","request":{"token":"***","note":"kept"}}';
    const found = checkRecord(exposedSecret, record);
    assert.deepEqual(
      found.map(({ fixes }) => fixes.map(([title]) => title)),
      [
        ['Copy trace without credentials', 'Mask the credential (edits the record)'],
        ['Copy trace without credentials', 'Mask the credential (edits the record)'],
      ],
    );
    for (const { fixes } of found) assert.equal(fixes[0]?.[1], redacted);
    assert.equal(found[0]?.fixes[1]?.[1], JSON.stringify({ ...record, message: '{"pwd":"***"}' }));
    assert.deepEqual(checkRecordText(exposedSecret, redacted), []);
  });

  /** The copy that the first finding of a record offers; `undefined` if it offers none. */
  const copyOf = (text: string): string | undefined =>
    checkRecordText(exposedSecret, text)[0]?.fixes.find(
      ([title]) => title === 'Copy trace without credentials',
    )?.[1];

  it('copies no credential from any field, nor strings that cannot be searched', () => {
    const deep = JSON.stringify([
      JSON.stringify([JSON.stringify([JSON.stringify([JSON.stringify({ password })])])]),
    ]);
    const record = {
      message: `{"pwd":"${password}"}`,
      user: { name: 'mei', token, more: `{"sk":"${token}"}` },
      resource_url: `https://example.com/a?Signature=${token}&x=1`,
      password: 47114711,
      request: `{"name":"a","adminPass":"${password}`,
      response: deep,
      note: '{"name":"cut',
      api_version: 'v2',
    };
    const copy = copyOf(JSON.stringify(record)) ?? '';
    assert.deepEqual(JSON.parse(copy), {
      message: '{"pwd":"***"}',
      user: { name: 'mei', token: '***', more: '{"sk":"***"}' },
      resource_url: 'https://example.com/a?Signature=***&x=1',
      password: '***',
      request: '***',
      response: JSON.stringify([JSON.stringify([JSON.stringify(['***'])])]),
      note: '{"name":"cut',
      api_version: 'v2',
    });
  });

  it('copies no string with single-quoted keys that may contain a credential', () => {
    const hidden = [
      `{'password': '${password}'}`,
      `{'a':"it's",'user_pwd' : '${password}'}`,
      JSON.stringify(`{'a': '{\\'password\\':\\'${password}\\'}'}`),
    ];
    const body = [...hidden, "{'name': 'a'}"];
    assert.deepEqual(JSON.parse(copyOf(JSON.stringify({ request: { token, body } })) ?? ''), {
      request: { token: '***', body: [...hidden.map(() => '***'), "{'name': 'a'}"] },
    });
  });

  it('reports and redacts forms, headers and settings in any case; redacts more where it is in doubt', () => {
    const rows: readonly (readonly [string, string])[] = [
      [`user=a&password=${password}&x=1`, 'user=a&password=***&x=1'],
      [`body: password=${password}`, 'body: password=***'],
      [`x-auth-token: ${token}`, 'x-auth-token: ***'],
      [`authorization: bearer ${token} sent`, 'authorization: bearer *** sent'],
      [`Authorization: ${token}`, 'Authorization: ***'],
      [`password=***,pwd=a,b;${token} x`, 'password=***,pwd=*** x'],
      [`password=***,pwd=${password}`, 'password=***,pwd=***'],
      [`{pwd=a,b;${password},note=***}`, '{pwd=***,note=***}'],
      [`pwd=a*b${password} x`, 'pwd=*** x'],
      [`"user_pwd"=>"${password}"`, '"user_pwd"=>"***"'],
      [`X-Auth-Token: ${token}!${token}`, 'X-Auth-Token: ***'],
    ];
    const doubtful: readonly (readonly [string, string])[] = [
      [`user_pwd = '${password} more'; b`, "user_pwd = '***'; b"],
      [`cookie: a=1; session=${token}\nhost: b`, 'cookie: ***\nhost: b'],
      [`SDK-HMAC-SHA256 Access=A, Signature=${token}`, 'SDK-HMAC-SHA256 Access=A, Signature=***'],
      ['password: operation', 'password: ***'],
      [`"user_pwd" = "${password}`, '"user_pwd" = "***'],
      [`set-cookie: a=***; b=${token}`, 'set-cookie: ***'],
    ];
    const plain = [
      'password: none',
      'key_name=abcdefghijklmnopqrst',
      'pwd=short',
      'a == b: password := ***',
      '',
    ];
    const message = [...rows, ...doubtful].map(([text]) => text);
    const copy = JSON.parse(
      copyOf(JSON.stringify({ request: { token }, note: [...message, ...plain] })) ?? '',
    );
    assert.deepEqual(copy.note, [...[...rows, ...doubtful].map(([, hidden]) => hidden), ...plain]);
    for (const [text, hidden] of rows) {
      assert.ok(isFound(text), text);
      assert.ok(!isFound(hidden), hidden);
    }
    for (const [text] of doubtful) assert.ok(!isFound(text), text);
  });

  it('leaves no credential in a copy, wherever it is in the record', () => {
    const plainKey = fc.constantFrom('a', 'note', 'é"\\', 'k/');
    const passwords = fc.tuple(fc.constantFrom('password', 'user pwd'), fc.constantFrom(password, 47114711));
    const tokens = fc.tuple(fc.constantFrom('X-Auth-Token', 'secret_key'), fc.constant(token));
    const forms = fc.constantFrom(
      `sent Bearer ${token}`,
      `to https://me:${password}@example.com/`,
      `user=a&password=${password}&x="y"`,
      `x-auth-token: ${token}, authorization: bearer\t${token}`,
    );
    const plain = fc.constantFrom<unknown>('kept', 'x "y" \\ \u955c', 7, null, true);
    const nested = (...leaves: readonly fc.Arbitrary<unknown>[]) =>
      fc.letrec<{ value: unknown }>((tie) => ({
        value: fc.oneof(
          { maxDepth: 5 },
          fc.oneof(...leaves),
          fc
            .array(fc.oneof(fc.tuple(plainKey, tie('value')), passwords, tokens), { maxLength: 3 })
            .map((members) => Object.fromEntries(members)),
          fc.array(tie('value'), { maxLength: 3 }),
          tie('value').map((inner) => JSON.stringify(inner)),
          tie('value').map((inner) => JSON.stringify(inner, undefined, '\t').replaceAll('":', '"\n:')),
          tie('value').map((inner) => `body ${JSON.stringify(inner)}`),
        ),
      })).value;
    const cut = fc
      .tuple(nested(plain), fc.nat(90))
      .map(([inner, length]) => JSON.stringify(inner).slice(0, 10 + length));
    const value = nested(plain, forms, cut);
    const field = fc.constantFrom('request', 'response', 'message', 'user', 'code', 'resource_url');
    fc.assert(
      fc.property(fc.array(fc.tuple(field, value), { minLength: 1, maxLength: 6 }), (fields) => {
        const members = fields.map(([name, content]) => `${JSON.stringify(name)}:${JSON.stringify(content)}`);
        const text = `{"message":"Bearer ${token}",${members.join()}}`;
        const copy = copyOf(text);
        assert.ok(copy !== undefined, text);
        JSON.parse(copy);
        for (const part of [password, token, '47114711']) assert.ok(!copy.includes(part), `${text}\n${copy}`);
        assert.deepEqual(checkRecordText(exposedSecret, copy), []);
      }),
      runs.parameters(300),
    );
  }).timeout(runs.timeout);

  it('searches every field of a repeated key', () => {
    const text = `{"request":"{\\"pwd\\":\\"${password}\\"}","request":{"a":1},"response":{"token":"${token}"}}`;
    assert.deepEqual(
      checkRecordText(exposedSecret, text).map(({ marked }) => marked),
      [`\\"${password}\\"`, `"${token}"`],
    );
    const copy = '{"request":"{\\"pwd\\":\\"***\\"}","request":{"a":1},"response":{"token":"***"}}';
    assert.equal(copyOf(text), copy);
    assert.equal(
      checkRecordText(exposedSecret, `{"request":{"pwd":"${password}"},"request":null}`).length,
      1,
    );
  });

  it('offers no copy of a broken record, parts of which were not read', () => {
    for (const text of [
      `{"message":{"pwd":"${password}"},"request":{"pwd":"${password}`,
      `{"message":{"pwd":"${password}"},"request":"{\\"pwd\\":\\"${password}`,
      `{"message":{"pwd":"${password}"} "a":1}`,
    ])
      assert.deepEqual(
        checkRecordText(exposedSecret, text).map(({ fixes }) => fixes.map(([title]) => title)),
        [['Mask the credential (edits the record)']],
      );
  });

  it('replaces a number by a string, escaped for its nesting depth', () => {
    for (const request of [
      { password: 12345678 },
      '{"password":12345678}',
      JSON.stringify({ inner: '{"password":12345678}' }),
    ]) {
      const [first] = find(request);
      assert.equal(first?.marked, '12345678');
      const redacted = JSON.parse(first?.fixes[1]?.[1] ?? '').request;
      assert.deepEqual(redacted, redact(request));
    }
    assert.ok(!isFound({ password: 12345 }));
    assert.ok(!isFound({ token: 1234567890123456 }));
  });

  it('recognises keys in any case and with any separators', () => {
    for (const key of [
      'password',
      'admin_pass',
      'X.DB-Password',
      'USER PWD',
      'myServicePasswd',
      'a_very-new.password',
    ]) {
      assert.ok(isFound({ [key]: password }), key);
      assert.ok(isFound(JSON.stringify({ [key]: password })), key);
    }
    for (const key of [
      'X-Auth-Token',
      'SK',
      's_k',
      'client-secret',
      'Authorization',
      'Set-Cookie',
      'apiKey',
      'SecretString',
    ]) {
      assert.ok(isFound({ a: [{ [key]: token }] }), key);
      assert.ok(isFound({ a: { [key]: [token] } }), `${key} in an array`);
      assert.ok(
        isFound(JSON.stringify({ a: JSON.stringify({ b: [JSON.stringify({ [key]: token })] }) })),
        key,
      );
    }
  });

  it('is silent on properties and ids of credentials', () => {
    const keys = [
      ...[
        'access_key_id',
        'ak',
        'access',
        'key_name',
        'secret_id',
        'secretName',
        'imagePullSecret',
        'token_ttl',
      ],
      ...['token_type', 'next_token', 'pageToken', 'password_policy', 'password_expires_at', 'public_key'],
      ...[
        'hashed_password',
        'isPassword',
        'need_pwd',
        'resetPassword',
        'encrypted-password',
        'certificate',
        'task',
      ],
    ];
    for (const key of keys) {
      assert.ok(!isFound({ [key]: token }), key);
      assert.ok(!isFound(JSON.stringify({ [key]: token })), key);
    }
    assert.ok(!isFound({ auth_type: 'password', methods: ['password', 'token'] }));
  });

  it('is silent on values that are masked, empty, too short, an id or a hash', () => {
    const values = [
      ...[
        '',
        'short',
        '********',
        'Inv***11',
        '<masked>',
        'xxxxxxxx',
        '(redacted)',
        '\u0024{DB_PASSWORD}',
        '{{secret}}',
        'none',
      ],
      ...['f47ac10b-58cc-4372-a567-0e02b2c3d479', 'd41d8cd98f00b204e9800998ecf8427e', '$6$salt$hash', '$1$a'],
    ];
    for (const value of values) {
      assert.ok(!isFound({ password: value }), value);
      assert.ok(!isFound(`{"password":"${value}"}`), value);
    }
    for (const value of [null, true, false, {}, []]) assert.ok(!isFound({ password: value }));
    assert.ok(!isFound({ token: 'shorterthan16' }));
    assert.ok(!isFound({ token: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' }));
    assert.ok(!isFound({ token: '****************' }));
  });

  it('recognises the token object of Keystone', () => {
    assert.ok(isFound({ token: { id: 'M'.repeat(100) } }));
    assert.ok(!isFound({ token: { id: 'M'.repeat(99) } }));
    assert.ok(!isFound({ other: { id: 'M'.repeat(100) } }));
  });

  const forms: readonly (readonly [form: string, text: string, marked: string])[] = [
    ['private key', `a -----BEGIN RSA PRIVATE KEY-----${'Q'.repeat(40)}-----END`, 'Q'.repeat(40)],
    [
      'JSON Web Token',
      `jwt=eyJhbGciOiJub25l.eyJzdWIiOiJub2JvZHk.c2lnbmF0dXJl, sent`,
      'eyJhbGciOiJub25l.eyJzdWIiOiJub2JvZHk.c2lnbmF0dXJl',
    ],
    ['Authorization', 'curl -H "Bearer abcdefgh-12345678"', 'abcdefgh-12345678'],
    ['Authorization', 'sent Basic dXNlcjpwdzEx, then', 'dXNlcjpwdzEx'],
    ['password in a command', 'curl -u mei:Inv4711 https://example.com', 'Inv4711'],
    ['URL signature', 'GET /o?Signature=abcdefghijklmnop%3D&x=1', 'abcdefghijklmnop%3D'],
    ['X-Auth-Token', 'X-Auth-Token: MIIInventedTokenOfNobody', 'MIIInventedTokenOfNobody'],
    ['password in a URL', 'ftp://me:Inv4711@example.com', 'Inv4711'],
  ];
  for (const [form, text, marked] of forms) {
    it(`recognises a ${form} by its form, in plain text and in JSON`, () => {
      for (const request of [text, { note: text }, JSON.stringify({ a: JSON.stringify([text]) })]) {
        const found = find(request);
        assert.deepEqual(
          found.map((one) => [one.marked, /\(([^)]*)\)/.exec(one.message)?.[1]]),
          [[marked, form]],
        );
        assert.ok(!isFound(JSON.parse(found[0]?.fixes[1]?.[1] ?? '').request));
      }
    });
  }

  it('reports two forms of the same value once, and separate values each', () => {
    const jwt = 'eyJhbGciOiJub25l.eyJzdWIiOiJub2JvZHk.c2lnbmF0dXJl';
    assert.deepEqual(
      find(`Bearer ${jwt} and X-Auth-Token: ${token}`).map(({ marked }) => marked),
      [jwt, token],
    );
    assert.equal(find({ Authorization: `Bearer ${jwt}` }).length, 1);
  });

  it('does not mistake the version of a container image for a password', () => {
    assert.ok(!isFound('docker-pullable://nginx:1.25@sha256:0123456789abcdef'));
    assert.ok(isFound('docker://nginx:1.25.3@registry.example.com'));
  });

  it('is silent on masked forms', () => {
    for (const text of [
      'Bearer ****************',
      'Bearer xxxxxxxxxxxxxxxxxxxx',
      'X-Auth-Token: MIIInventedTokenOfNob***',
      '://me:***@host',
    ]) {
      assert.ok(!isFound(text), text);
    }
  });

  it('searches broken JSON and the text after JSON', () => {
    assert.equal(find(`{"adminPass":"${password}","cut`).length, 1);
    assert.equal(find(`{"a":1} X-Auth-Token: ${token}`).length, 1);
    assert.equal(find(`{"X-Auth-Token":"${token}","cut`).length, 1);
  });

  it('searches any JSON in a string', () => {
    for (const json of [
      `[1,{"pwd":"${password}"}]`,
      JSON.stringify(JSON.stringify({ password })),
      ` [ null, ["${password}"]]`,
    ])
      assert.equal(find(json).length, json.includes('null') ? 0 : 1, json);
    assert.equal(find({ pwd: `[7,"${password}"]` }).length, 1);
  });

  it('reads keys with any whitespace before the colon, in nested strings too', () => {
    for (const space of ['\n', '\t', ' \r\n ']) {
      const json = `{"password"${space}:${space}"${password}"}`;
      for (const request of [
        json,
        { a: json },
        JSON.stringify({ a: json }),
        JSON.stringify({ a: JSON.stringify({ b: json }) }),
      ])
        assert.ok(isFound(request), JSON.stringify(request));
    }
  });

  it('searches only request, response and message, however deeply strings are nested', () => {
    assert.deepEqual(
      checkRecord(exposedSecret, { user: { password }, resource_name: `Bearer ${token}`, token }),
      [],
    );
    let nested = JSON.stringify({ password });
    for (let level = 1; level < 3; level++) nested = JSON.stringify([nested]);
    assert.ok(isFound(nested));
    // What is nested deeper is searched as plain text
    assert.ok(isFound(JSON.stringify([nested])));
  });

  it('reads keys with escapes', () => {
    assert.equal(
      checkRecordText(exposedSecret, `{"request":"{\\"\\\\u0070assword\\":\\"${password}\\"}"}`).length,
      1,
    );
    assert.equal(checkRecordText(exposedSecret, `{"request":{"\\u0070assword":"${password}"}}`).length, 1);
  });

  it('quotes no part of the credential', () => {
    const text = JSON.stringify({ request: { password }, message: `Bearer ${token}` });
    for (const match of exposedSecret.check(readTrace(text), builtInCatalog)) {
      const { span, fixes, ...report } = match.report(english);
      const all = JSON.stringify([match.value, report, fixes]);
      assert.ok(span.length > 0 && !all.includes(password) && !all.includes(token));
    }
  });

  it('is fast on strings that are made to be slow', () => {
    const hard = [
      '-eyJ',
      'eyJaaaaaaaaaaaa.',
      '?Signature=',
      'X-Auth-Token  ',
      '://a:b',
      '-----BEGIN A',
      '"sk',
      ':  ',
      '\\":',
      'Bearer ',
      'sk=',
      'sk=,',
      'sk=(a',
      'pwd=aaaa***',
      'pwd=$1$',
      'cookie:a ',
      "sk='",
      'cookie:',
      'password  ',
      '{"name":"password",',
      '{"value":"a",',
      '"name":"sk","value',
      'curl -u a:',
      'docker login -p ',
      'a:bbbbbb | ',
      '--password ',
      'LS0tLS1CRUdJTi',
      '-----BEGIN PRIVATE KEY-----',
      'password=\\"',
      "pwd='\\",
      '密码：',
      'x {"',
      'PWD=/a',
      'sk=\u0024{',
    ];
    const before = process.cpuUsage();
    for (const part of hard) {
      for (const text of [part.repeat(1_000_000 / part.length), `{"a":"${part.repeat(10_000)}`]) {
        for (const request of [text, `${text}***`]) {
          const trace = readTrace(JSON.stringify({ request }));
          findSecrets(trace);
          findRedactions(trace.text);
        }
      }
    }
    // Of its own work, in microseconds: other programs may keep the machine busy
    assert.ok(process.cpuUsage(before).user < 30e6);
  }).timeout(600_000);
});

/** The request after the password was redacted. */
function redact(request: unknown): unknown {
  if (typeof request !== 'string') return { password: '***' };
  return request.startsWith('{"password"')
    ? '{"password":"***"}'
    : JSON.stringify({ inner: '{"password":"***"}' });
}
