import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { mayHoldSecret } from '../../../src/core/secrets/quick-test';
import { findSecretKind, knownKeys } from '../../../src/core/secrets/secret-kind';
import { searchJson } from '../../../src/core/secrets/secrets-in-value';
import { runs } from '../../support/runs';

/** A key in any letter case, with separators anywhere but at its start. */
const key = fc
  .tuple(
    fc.constantFrom(...knownKeys, 'servicepassword', 'mypwd', 'obssecretkey', 'VM密码'),
    fc.array(fc.constantFrom('', '', '', '', '-', '_', '.', ' ', '--'), { minLength: 1, maxLength: 9 }),
    fc.nat(),
  )
  .map(([word, separators, cases]) =>
    [...word]
      .map(
        (letter, at) =>
          `${(cases >> (at % 30)) & 1 ? letter.toUpperCase() : letter}${separators[at % separators.length]}`,
      )
      .join(''),
  );

describe('mayHoldSecret', function () {
  this.timeout(runs.timeout);

  it('misses no key of a credential, whatever its spelling and depth', () => {
    const check = (name: string, levels: number, indent: string | undefined): void => {
      assert.ok(findSecretKind(name), name);
      let json = JSON.stringify({ a: { before: 'x', [name]: 1 } }, undefined, indent);
      if (indent !== undefined) json = json.replaceAll('":', `"${indent}:`);
      for (let level = 0; level < levels; level++) json = JSON.stringify({ inner: json }, undefined, indent);
      assert.ok(mayHoldSecret(json), json);
    };
    fc.assert(
      fc.property(key, fc.nat(4), fc.constantFrom(undefined, '  ', '\t', '\n '), check),
      runs.parameters(1_000),
    );
  });

  it('misses nothing that the full search finds', () => {
    const secret = 'Kd8Invented0815vWm4TnLq';
    const piece = fc.constantFrom(
      ...[
        'password',
        'X-Auth-Token',
        'PWD',
        's\u212a',
        'pa\u017f\u017fwd',
        '密码',
        'user_data',
        'auth',
        'name',
        'value',
      ],
      ...[
        '"',
        '"',
        "'",
        '\\',
        ':',
        ':',
        '=',
        '\uff1a',
        '=>',
        ' ',
        '\n',
        '\t',
        ',',
        '{',
        '}',
        '[',
        ']',
        '--',
        '-',
        '_',
      ],
      ...[
        'Bearer ',
        'basic ',
        'curl -u a:',
        'docker login -p ',
        '://',
        '://a:',
        '@h',
        '?Signature=',
        ' | chpasswd',
      ],
      ...[
        '-----BEGIN PRIVATE KEY-----',
        secret,
        secret,
        secret,
        `"${secret}"`,
        `{"sk":"${secret}"}`,
        '\\u0070assword',
      ],
    );
    const text = fc.array(piece, { minLength: 2, maxLength: 12 }).map((pieces) => pieces.join(''));
    const check = (value: string, level: number): void => {
      let nested = value;
      for (let count = 0; count < level; count++) nested = JSON.stringify({ a: nested });
      const json = JSON.stringify(nested);
      if (!searchJson(json, undefined).some(({ certainty }) => certainty === 'certain')) return;
      assert.ok(mayHoldSecret(nested), nested);
      assert.ok(mayHoldSecret(json), json);
    };
    fc.assert(fc.property(text, fc.nat(3), check), runs.parameters(5_000));
  });

  it('rules out what most traces hold', () => {
    const texts = [
      '{"name":"image-1","description":"made up","tags":["a","b"],"min_disk":40,"task_id":"t"}',
      '{"job_id":"job-1","status":"SUCCESS","entities":{"image_id":"x"},"begin_time":"2016-12-01T03:04:38.437Z"}',
      '{"links":[{"href":"https://ims.example.com/v2/images/1","rel":"self"}],"key_name":"KeyPair"}',
      'CreateImage: success to create image by instance',
    ];
    for (const text of texts) assert.ok(!mayHoldSecret(text), text);
  });
});
