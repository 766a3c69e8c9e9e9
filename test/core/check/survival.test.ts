import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { endOf } from '../../../src/core/text/span';
import { checkText } from '../../support/harness';
import { recordText, validRecord } from '../../support/records';
import { runs } from '../../support/runs';

const valid = recordText('valid', 2, undefined);
const misspelled = recordText('misspelled', 3, undefined);

/** Pieces of JSON, and what breaks it. */
const token = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\n',
    '\r\n',
    ' ',
    '\uFEFF',
    '\u2028',
    '\0',
    '\uD800',
    '/*',
    '*/',
    '//',
  ],
  ...[
    'null',
    'true',
    '-',
    '1e999',
    '0x',
    '12',
    "'",
    '"a"',
    '"',
    '\\u12',
    '\\"',
    '""',
    '"time":1',
    '"traces":[',
    '{"',
  ],
  ...[
    '"trace_name":"x",',
    '"trace_type":',
    '"service_type"',
    '"context":{',
    '"cts":',
    '"data":',
    '"log_files":[]',
  ],
  ...[
    '"__proto__":',
    '"constructor":1',
    '"meta_data":{"count":3}',
    '},{',
    '][',
    valid,
    misspelled,
    misspelled.slice(0, 200),
  ],
);

const soup = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(''));

/** Each of these has been too much for some JSON parser. */
const heavy: Readonly<Record<string, () => string>> = {
  nothing: () => '',
  '100,000 open brackets': () => '['.repeat(100_000),
  '100,000 open braces': () => '{'.repeat(100_000),
  '100,000 nested brackets': () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  '100,000 nested objects': () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  '100,000 nested pages': () => '{"traces":['.repeat(100_000),
  'closing brackets': () => ']}'.repeat(100_000),
  'a line of 10 MB': () =>
    `[${Array.from({ length: 16_000 }, (_, number) => recordText('valid', number, undefined)).join(',')}]`,
  'a string of 10 MB': () => `[{"a":"${'x'.repeat(10_000_000)}`,
  'a string of 10 MB of backslashes': () => `[{"a":"${'\\'.repeat(10_000_001)}`,
  'whitespace of 10 MB': () => `${' '.repeat(10_000_000)}${valid}`,
  'commas of 1 MB': () => `[${','.repeat(1_000_000)}`,
  'an array of 1,000,000 numbers': () => `[${'12,'.repeat(1_000_000)}1]`,
  'an object of 200,000 members': () =>
    `{${Array.from({ length: 200_000 }, (_, number) => `"k${number}":1`).join(',')}}`,
  'closing brackets of 4 MB after a broken record': () => `{"a" 1}${']'.repeat(4_000_000)}`,
  'numbers of 4 MB after a broken record': () => `{"a" 1}${' 1'.repeat(2_000_000)}`,
  'records of 5 MB in comments': () =>
    `[${valid}\n${Array.from({ length: 8_000 }, (_, number) => `// ${recordText('valid', number, undefined)}`).join('\n')}]`,
  'an unterminated comment before each record of 5 MB': () =>
    `[${Array.from({ length: 8_000 }, (_, number) => `/* ${recordText('valid', number, undefined)}`).join()}]`,
  'an unterminated comment in each record of 5 MB': () =>
    `[${Array.from({ length: 8_000 }, (_, number) => recordText('valid', number, undefined).replace(',', ', /*')).join()}]`,
  'the same key 200,000 times': () => `${valid.slice(0, -1)}${',"code":"1"'.repeat(200_000)}}`,
};

describe('reading survives', function () {
  this.timeout(runs.timeout);

  it('texts of random tokens', () => {
    const check = (text: string, isLineDelimited: boolean): void => {
      const file = checkText(text, { isLineDelimited });
      let previous = 0;
      for (const { span } of file.findings()) {
        assert.ok(previous <= span.offset, `${previous} before ${span.offset}`);
        previous = span.offset;
        assert.ok(span.offset >= 0 && span.length >= 0 && endOf(span) <= text.length, JSON.stringify(span));
      }
    };
    fc.assert(fc.property(soup, fc.boolean(), check), runs.parameters(3_000));
  });

  for (const [name, make] of Object.entries(heavy)) {
    it(name, () => void checkText(make()).shownFindings());
  }

  it('20,000 nested objects inside a request, and still finds what is wrong next to them', () => {
    const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const file = checkText(`[${misspelled.replace('"request":', `"request":${nested},"deep":`)},${valid}]`);
    assert.equal(file.traceCount, 2);
    assert.deepEqual(
      file.findings().map(({ rule }) => rule),
      ['unknown-event'],
    );
  });

  it('names that objects inherit, and null everywhere', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    for (const name of names) {
      const record = JSON.stringify({
        ...validRecord(2),
        trace_name: name,
        service_type: name,
        trace_rating: name,
      });
      const rules = checkText(`{"${name}":1,${record.slice(1)}`)
        .findings()
        .map(({ rule }) => rule);
      assert.deepEqual(rules, ['unknown-value']);
      assert.deepEqual(checkText(`{"${name}":{"__proto__":[]},${valid.slice(1)}`).findings(), []);
    }
    const nulls = JSON.stringify(Object.fromEntries(Object.keys(validRecord(2)).map((key) => [key, null])));
    assert.deepEqual(
      [
        ...new Set(
          checkText(nulls)
            .findings()
            .map(({ rule }) => rule),
        ),
      ],
      ['missing-field'],
    );
  });
});
