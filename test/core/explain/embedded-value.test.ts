import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findEmbeddedPlace } from '../../../src/core/explain/embedded-place';
import { explainAt } from '../../../src/core/explain/explain';
import { redact } from '../../../src/core/explain/hide-secrets';
import { prettyLimits, prettyRows } from '../../../src/core/explain/pretty-json';
import { readTrace } from '../../../src/core/reading/read-trace';
import { maxStringDepth } from '../../../src/core/record/embedded-json';
import type { Language } from '../../../src/core/text/localization';
import { explainedAtMark, settingsIn } from '../../support/asking';
import { marked } from '../../support/harness';
import { runs } from '../../support/runs';

/** The expected Markdown of a pretty-printed value. */
function markdownOf(heading: string, ...rows: readonly string[]): string {
  return [heading, '', '```json', ...rows, '```'].join('\n');
}

describe('the explanation of JSON in a field', () => {
  it('shows the value under the pointer, with the path to it', () => {
    const explainedAt = (record: string) => explainedAtMark(record);
    assert.deepEqual(explainedAt('{"request":{"server":{"name":"$0a","nics":[{"id":1}]}}}'), {
      marked: '"a"',
      markdown: markdownOf('**request** · `server.name`', '"a"'),
    });
    assert.deepEqual(explainedAt('{"request":{"server":{"name":"a","nics":[{"id":$01}]}}}'), {
      marked: '1',
      markdown: markdownOf('**request** · `server.nics.id`', '1'),
    });
    assert.deepEqual(explainedAt('{"request":{"$0server":{"name":"a","nics":[]}}}'), {
      marked: '"server"',
      markdown: markdownOf('**request** · `server`', '{', '  "name": "a",', '  "nics": []', '}'),
    });
    assert.deepEqual(explainedAt('{"response":$0{"ok":true}}'), {
      marked: '{"ok":true}',
      markdown: markdownOf('**response**', '{', '  "ok": true', '}'),
    });
  });

  it('decodes strings, and strings in strings', () => {
    const inner = String.raw`{\"name\":\"\u955c\u50cf\",\"body\":\"{\\\"id\\\":[7,\\\"x\\\"]}\"}`;
    const explainedAt = (mark: string, shift = 0) => {
      const record = `{"request":"${inner}"}`;
      const at = record.indexOf(mark) + shift;
      return explainedAtMark(`${record.slice(0, at)}$0${record.slice(at)}`);
    };
    assert.deepEqual(explainedAt('{\\"name'), {
      marked: inner,
      markdown: markdownOf(
        '**request**',
        '{',
        '  "name": "镜像",',
        '  "body": {',
        '    "id": [',
        '      7,',
        '      "x"',
        '    ]',
        '  }',
        '}',
      ),
    });
    assert.deepEqual(explainedAt('\\u50cf', 3), {
      marked: String.raw`\"\u955c\u50cf\"`,
      markdown: markdownOf('**request** · `name`', '"镜像"'),
    });
    assert.deepEqual(explainedAt('name'), {
      marked: String.raw`\"name\"`,
      markdown: markdownOf('**request** · `name`', '"镜像"'),
    });
    assert.deepEqual(explainedAt('id'), {
      marked: String.raw`\\\"id\\\"`,
      markdown: markdownOf('**request** · `body.id`', '[', '  7,', '  "x"', ']'),
    });
    assert.deepEqual(explainedAt('7'), { marked: '7', markdown: markdownOf('**request** · `body.id`', '7') });
  });

  it('explains the keys in a "user" string, and its values as a whole', () => {
    const user = String.raw`{\"name\":\"alice\",\"domain\":{\"id\":\"b\"}}`;
    const record = `{"user":"${user}"}`;
    const explainedAt = (mark: string) => explainedAtMark(record.replace(mark, `$0${mark}`));
    assert.equal(explainedAt('domain')?.marked, String.raw`\"domain\"`);
    assert.ok(explainedAt('domain')?.markdown.startsWith('**user.domain** · '));
    assert.equal(explainedAt('id')?.marked, String.raw`\"id\"`);
    assert.ok(explainedAt('id')?.markdown.startsWith('**user.domain.id** · '));
    assert.equal(explainedAt('alice')?.marked, `"${user}"`);
    assert.ok(explainedAt('alice')?.markdown.startsWith('**user** · `alice` · account `b`'));
  });

  it('explains the account of "user", not the user', () => {
    const explainedAt = (user: unknown, mark: string, language: Language = 'en') =>
      explainedAtMark(JSON.stringify({ user }).replace(mark, `$0${mark}`), language)?.markdown;
    const user = { name: 'alice', domain: { name: 'acme', id: 'd-1', xdomain_id: 'x-9' } };
    const account = 'account `acme` · ID `d-1` · The account that the user belongs to';
    assert.equal(explainedAt(user, 'acme'), `**user.domain.name** · ${account}`);
    assert.equal(explainedAt(user, 'd-1'), `**user.domain.id** · ${account}`);
    assert.equal(explainedAt(JSON.stringify(user), 'd-1'), `**user.domain.id** · ${account}`);
    assert.equal(explainedAt(user, 'x-9'), `**user.domain.xdomain_id** · ${account}`);
    assert.equal(
      explainedAt(user, 'acme', 'zh-cn'),
      '**user.domain.name** · 账号 `acme` · ID `d-1` · 用户所属的账号',
    );
    assert.equal(
      explainedAt({ domain: { name: '***', id: 'd-1' } }, 'd-1'),
      '**user.domain.id** · account masked · ID `d-1` · The account that the user belongs to',
    );
    assert.equal(explainedAt(user, '{"name":"acme')?.split(' · ')[0], '**user.domain**');
  });

  it('shows the unknown members of "user"', () => {
    const explainedAt = (mark: string) => {
      const record = String.raw`{"user":"{\"name\":\"alice\",\"roles\":[{\"name\":\"admin\"}],\"token\":\"Invented0123456789\"}"}`;
      return explainedAtMark(record.replace(mark, `$0${mark}`));
    };
    assert.deepEqual(explainedAt('roles'), {
      marked: String.raw`\"roles\"`,
      markdown: markdownOf('**user** · `roles`', '[', '  {', '    "name": "admin"', '  }', ']'),
    });
    assert.equal(explainedAt('admin')?.markdown, markdownOf('**user** · `roles.name`', '"admin"'));
    assert.equal(explainedAt('Invented')?.markdown, markdownOf('**user** · `token`', '"***"'));
    assert.ok(explainedAt('alice')?.markdown.startsWith('**user** · `alice`'));
  });

  it('gives the meaning of an image status in IMS traces', () => {
    const record = (service: string) => `{"service_type":"${service}","response":{"status":"$0active"}}`;
    assert.equal(
      explainedAtMark(record('IMS'))?.markdown,
      markdownOf('**response** · `status` · ready to use', '"active"'),
    );
    assert.equal(
      explainedAtMark(record('IMS'), 'zh-cn')?.markdown,
      markdownOf('**response** · `status` · 可用', '"active"'),
    );
    assert.equal(explainedAtMark(record('ECS'))?.markdown, markdownOf('**response** · `status`', '"active"'));
  });

  it('gives the meaning of the status of a member in events on members only', () => {
    const explained = (name: string, status: string, language?: 'zh-cn') =>
      explainedAtMark(
        `{"service_type":"ims","trace_name":"${name}","request":"{\\"status\\":\\"$0${status}\\"}"}`,
        language,
      )?.markdown;
    const accepted = '**request** · `status` · accepted: listed for the recipient, who can now also copy it';
    assert.equal(explained('updateMember', 'accepted'), markdownOf(accepted, '"accepted"'));
    assert.match(explained('addMember', 'pending') ?? '', /shared but not yet answered/);
    assert.match(explained('deleteMemeber', 'rejected') ?? '', /declined: hidden/);
    assert.match(explained('updateMember', 'rejected', 'zh-cn') ?? '', /已拒绝：/);
    assert.match(explained('updateMember', 'active') ?? '', /ready to use/);
    assert.equal(explained('updateImage', 'pending'), markdownOf('**request** · `status`', '"pending"'));
    assert.equal(explained('updateMember', 'Accepted'), markdownOf('**request** · `status`', '"Accepted"'));
  });

  it('gives the meaning of a documented value in "user"', () => {
    const explained = (user: string, language?: 'zh-cn') =>
      explainedAtMark(`{"user":${user}}`, language)?.markdown;
    assert.equal(
      explained('{"name":"a","type":"$0AssumedAgency"}'),
      markdownOf(
        '**user** · `type` · an agency session; sign-ins through IAM Identity Center are also recorded as this type',
        '"AssumedAgency"',
      ),
    );
    assert.match(
      explained('"{\\"type\\":\\"$0ExternalUser\\"}"', 'zh-cn') ?? '',
      /联邦用户，通过身份提供商登录/,
    );
    assert.match(explained('{"type":"$0User"}') ?? '', /`type` · an IAM user/);
    // Other values are explained with the whole of the user
    assert.ok(explained('{"name":"a","type":"$0Robot"}')?.startsWith('**user** · `a`'));
    assert.ok(explained('{"name":"$0User"}')?.startsWith('**user** · `User`'));
  });

  it('shows nothing of other strings and invalid JSON', () => {
    for (const record of [
      '{"message":"Create$0Image: success"}',
      '{"message":"[INFO] $0done"}',
      '{"request":$07}',
      '{"request":"***$0"}',
      '{"request":"{\\"name\\":$0"}',
      '{"request":{"a":[1,$02}}',
      '{"request":{"a":"b$0',
      '{"source_ip":{"a":"$0b"}}',
    ])
      assert.ok(!explainedAtMark(record)?.markdown.includes('```'), record);
    assert.deepEqual(explainedAtMark('{"request":"{\\"name\\":\\"$0a\\",\\"ty"}'), {
      marked: '\\"a\\"',
      markdown: markdownOf('**request** · `name`', '"a"'),
    });
  });
});

describe('credentials in an explanation', () => {
  const password = 'Invented#4711';
  const token = 'MIIInventedTokenOfNobody0123456789';
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ';
  const body = {
    server: { name: 'a', adminPass: password, admin_pwd: 47114711 },
    auth: [{ 'X-Auth-Token': [token, 'short'] }],
    note: `sent with ${jwt} to https://me:${password}@example.com/`,
    more: JSON.stringify({ client_secret: token, deeper: JSON.stringify({ password, port: 80 }) }),
    last: 1,
  };
  const records: Readonly<Record<string, object>> = {
    'an object': { request: body },
    'a string': { request: JSON.stringify(body) },
    'a response beside a request': { request: { a: 1 }, response: [body, body] },
    'a message': { message: JSON.stringify([body]) },
    'a user': { user: body },
    'a user that is a string': { user: JSON.stringify(body) },
  };
  for (const [what, record] of Object.entries(records)) {
    it(`are never shown in ${what}`, () => {
      const text = JSON.stringify(record);
      const trace = readTrace(text);
      for (let offset = 0; offset <= text.length; offset++) {
        // Every bracket and punctuation character, but only some word characters
        if (offset % 7 > 0 && /\w/.test(text.charAt(offset))) continue;
        const shown = explainAt(trace, offset, settingsIn('en'))?.markdown ?? '';
        for (const secret of [password, token, jwt, '47114711'])
          assert.ok(!shown.includes(secret), `${text.slice(0, offset)}⟨${shown}⟩`);
      }
    });
  }

  it('are replaced by a mask', () => {
    const text = JSON.stringify({ request: { ...body, note: 'kept' } });
    const offset = text.indexOf('Invented');
    assert.equal(
      explainAt(readTrace(text), offset, settingsIn('en'))?.markdown,
      markdownOf('**request** · `server.adminPass`', '"***"'),
    );
    assert.equal(
      explainAt(readTrace(text), text.indexOf('{"server"'), settingsIn('en'))?.markdown,
      markdownOf(
        '**request**',
        '{',
        '  "server": {',
        '    "name": "a",',
        '    "adminPass": "***",',
        '    "admin_pwd": "***"',
        '  },',
        '  "auth": [',
        '    {',
        '      "X-Auth-Token": [',
        '        "***",',
        '        "short"',
        '      ]',
        '    }',
        '  ],',
        '  "note": "kept",',
        '  "more": {',
        '    "client_secret": "***",',
        '    "deeper": {',
        '      "password": "***",',
        '      "port": 80',
        '    }',
        '  },',
        '  "last": 1',
        '}',
      ),
    );
  });

  it('are masked in strings that cannot be parsed, as in a redacted copy', () => {
    for (const body of [
      `Error: {"password":"${password}"}`,
      `{'password': '${password}'}`,
      `{"a":1} {"password":"${password}"}`,
    ]) {
      const text = JSON.stringify({ request: { body, name: 'a' } });
      const shown = (at: string): string | undefined =>
        explainAt(readTrace(text), text.indexOf(at) + 1, settingsIn('en'))?.markdown;
      assert.equal(shown('"body"'), markdownOf('**request** · `body`', '"***"'));
      assert.equal(shown('"a"}'), markdownOf('**request** · `name`', '"a"'));
      assert.ok(!shown('{"body"')?.includes(password));
    }
  });

  it('are masked so that offsets after them can be mapped', () => {
    const json = JSON.stringify(body);
    const { json: redacted, toRedacted } = redact(json, 'request');
    for (const mark of ['"name"', '"auth"', '"short"', '"more"', '"last"'])
      assert.equal(toRedacted(json.indexOf(mark)), redacted.indexOf(mark), mark);
    assert.equal(toRedacted(json.indexOf(password) + 3), redacted.indexOf('***'));
    assert.equal(toRedacted(json.length), redacted.length);
  });
});

describe('the span of JSON in a field', function () {
  this.timeout(runs.timeout);

  /** Serializes a value, with some characters as escapes. */
  const write = (value: fc.JsonValue, isEscaped: boolean): string => {
    const json = JSON.stringify(value);
    return isEscaped ? json.replace(/[g-l\u0080-\uffff]/g, escapeOf) : json;
  };
  const escapeOf = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

  it('is exactly that of the key or value, through all escapes', () => {
    const unit = fc.constantFrom(
      'a',
      'h',
      '"',
      '\\',
      '/',
      '\n',
      '{',
      '\u955c',
      '\u{1F600}',
      '\ud800',
      '\udc00',
      '\u2028',
    );
    const text = fc.string({ unit, maxLength: 8 });
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 3, stringUnit: unit }),
      fc.array(fc.oneof(text, fc.integer())),
    );
    const members = fc.dictionary(text, values, { minKeys: 1, maxKeys: 4 });
    fc.assert(
      fc.property(members, fc.nat(maxStringDepth), fc.boolean(), (object, level, isEscaped) => {
        let json = write(object, isEscaped);
        for (let outer = 0; outer < level; outer++) json = `{"k":${write(json, isEscaped)}}`;
        const step = 1 + Math.floor(json.length / 250);
        for (let offset = 0; offset < json.length; offset += step) {
          const place = findEmbeddedPlace(json, offset);
          assert.ok(place, `${offset} of ${json}`);
          const { span, kind, keys } = place;
          assert.ok(offset >= span.offset && offset < span.offset + span.length);
          let written = marked(json, span);
          for (let text = 0; text < place.level; text++) written = String(JSON.parse(`"${written}"`));
          if (kind === 'value') assert.equal(written, place.json);
          else assert.equal(JSON.parse(written), keys.at(-1));
        }
      }),
      runs.parameters(60),
    );
  });
});

describe('a pretty-printed value', () => {
  const rowsOf = (value: unknown): readonly string[] | undefined => prettyRows(JSON.stringify(value), 0);

  it('equals the output of JSON.stringify if it is short', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const rows = JSON.stringify(value, undefined, 2).split('\n');
        const holdsJson = /"(?:\s|\\[nrt])*[[{]/.test(rows.join('\n'));
        fc.pre(rows.length <= prettyLimits.rows && !holdsJson);
        assert.deepEqual(rowsOf(value), rows);
      }),
      runs.parameters(200),
    );
  });

  it('keeps numbers and repeated keys verbatim', () => {
    assert.deepEqual(prettyRows('{"id":12345678901234567890,"a":1.50,"a":-0,"b":[1e3,2]}', 0), [
      '{',
      '  "id": 12345678901234567890,',
      '  "a": 1.50,',
      '  "a": -0,',
      '  "b": [',
      '    1e3,',
      '    2',
      '  ]',
      '}',
    ]);
  });

  it('is cut if it is long, deep or invalid', () => {
    const many = rowsOf(Array.from({ length: 1000 }, (_, index) => index)) ?? [];
    assert.equal(many.length, prettyLimits.rows + 1);
    assert.deepEqual(many.slice(-2), ['  38,', '…']);
    assert.deepEqual(rowsOf('x'.repeat(1000)), [`"${'x'.repeat(prettyLimits.textLength)}…"`]);
    let deep: unknown = 1;
    for (let depth = 0; depth < 20; depth++) deep = { a: [], b: deep };
    assert.ok(rowsOf(deep)?.includes('                "b": {…}'));
    assert.deepEqual(rowsOf({ a: '{"password":"x' }), ['{', '  "a": "{…"', '}']);
    assert.equal(prettyRows('{"a":', 0), undefined);
    const nested = '['.repeat(50_000) + ']'.repeat(50_000);
    assert.ok((prettyRows(nested, 0)?.length ?? 0) < 20);
  });
});
