import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FormatOptions, format } from '../../../src/core/formatting/format';
import { toFormatted, toOriginal } from '../../../src/core/formatting/position-map';
import { checkText } from '../../support/harness';

const plain: FormatOptions = { isLineDelimited: false, lineBreak: '\n' };
const byLine: FormatOptions = { ...plain, isLineDelimited: true };

function lines(text: string, options = plain): readonly string[] {
  return format(text, options).text.split('\n');
}

describe('formatting JSON', () => {
  it('puts each member and each element on a line of its own', () => {
    assert.deepEqual(lines('[{"a":1,"b":{"c":[1,true,null]}},{}]'), [
      '[',
      '  {',
      '    "a": 1,',
      '    "b": {',
      '      "c": [',
      '        1,',
      '        true,',
      '        null',
      '      ]',
      '    }',
      '  },',
      '  {}',
      ']',
    ]);
  });

  it('leaves every string, number and key as written', () => {
    assert.deepEqual(
      lines('{"a":"\\u4e2d \\/ , : { \\" ","a":1.50e+07,"id":12345678901234567890,"a":"二"}'),
      [
        '{',
        '  "a": "\\u4e2d \\/ , : { \\" ",',
        '  "a": 1.50e+07,',
        '  "id": 12345678901234567890,',
        '  "a": "二"',
        '}',
      ],
    );
  });

  it('changes nothing in text that is formatted already', () => {
    const text = format('[{"a":[],"b":{"c":1}},2]', plain).text;
    const again = format(text, plain);
    assert.equal(again.text, text);
    assert.equal(again.map.original.length, 1);
  });

  it('keeps what is broken, and ends the line with an unfinished string', () => {
    assert.deepEqual(lines('{"a":"cut , off\n"b":nope 1 "x""y"}}'), [
      '{',
      '  "a": "cut , off',
      '  "b": nope 1 "x""y"',
      '}',
      '}',
    ]);
  });

  it('keeps comments, and what follows one on its line', () => {
    assert.deepEqual(lines('{// "a" {\n"b":/* , */1,"c": 2 // last\n}'), [
      '{ // "a" {',
      '  "b": /* , */ 1,',
      '  "c": 2 // last',
      '}',
    ]);
  });

  it('starts each line of line-delimited JSON without indentation', () => {
    assert.deepEqual(lines('{"a":[1\n{"a":2}\n', byLine), ['{', '  "a": [', '    1', '{', '  "a": 2', '}']);
  });

  it('uses the line breaks of the original, so that the editor does not convert them', () => {
    assert.equal(
      format('{"a":"cut\r\n"b":1}', { ...plain, lineBreak: '\r\n' }).text,
      '{\r\n  "a": "cut\r\n  "b": 1\r\n}',
    );
  });

  it('counts top-level values', () => {
    const counted = ['', '[1,2]', '{}{}', '1 2 "x"', '{"a":1}\n[{}]'];
    assert.deepEqual(
      counted.map((text) => format(text, plain).valueCount),
      [0, 1, 2, 3, 2],
    );
  });

  it('copes with any depth and any length of a line', () => {
    const depth = 100_000;
    const nested = format('['.repeat(depth) + ']'.repeat(depth), plain).text;
    assert.ok(nested.length < 20_000_000);
    assert.equal(nested.split('\n').length, 2 * depth - 1);
    const million = 1_000_000;
    for (const unit of ['"', '\\"', '{"a":', '/*', '"\n'])
      assert.equal(withoutWhitespace(format(unit.repeat(million / 10), plain).text).length > 0, true);
  });
});

describe('a formatted text', () => {
  it('differs from the original only in whitespace outside strings', () => {
    fc.assert(
      fc.property(anyJson, fc.boolean(), (text, isLineDelimited) => {
        const formatted = format(text, { ...plain, isLineDelimited }).text;
        assert.equal(withoutWhitespace(formatted), withoutWhitespace(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not change when it is formatted again', () => {
    fc.assert(
      fc.property(anyJson, (text) => {
        const once = format(text, plain).text;
        assert.equal(format(once, plain).text, once);
      }),
      { numRuns: 1000 },
    );
  });

  it('maps every offset in a token there and back, and none out of the text', () => {
    fc.assert(
      fc.property(anyJson, (text) => {
        const { map, text: formatted } = format(text, plain);
        for (const { start, end } of tokensOf(text)) {
          for (let offset = start; offset < end; offset++) {
            const there = toFormatted(map, offset);
            assert.equal(formatted[there], text[offset]);
            assert.equal(toOriginal(map, there), offset);
          }
        }
        for (let offset = 0; offset <= formatted.length; offset++) {
          const back = toOriginal(map, offset);
          assert.ok(back >= 0 && back <= text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('maps offsets in ascending order', () => {
    const { map, text } = format('{"a" : [1,  2],\n\n"b":{}}', plain);
    const offsets = Array.from({ length: text.length + 1 }, (_, offset) => toOriginal(map, offset));
    assert.deepEqual(
      offsets,
      [...offsets].sort((one, other) => one - other),
    );
  });

  it('has the same traces and findings as the original', () => {
    const trace = {
      time: '2020/10/21 11:40:19 GMT+08:00',
      service_type: 'IMS',
      resource_type: 'ims',
      trace_name: 'createImages',
      trace_rating: 'Normal',
      trace_type: 'ConsoleAction',
      request: '{"a":1}',
    };
    const text = JSON.stringify([trace, { ...trace, trace_name: 'copyImage', resource_type: 'image' }]);
    const { text: formatted, map } = format(text, plain);
    const found = checkText(formatted)
      .findings()
      .map(({ span, ...finding }) => [toOriginal(map, span.offset), finding.message]);
    const expected = checkText(text)
      .findings()
      .map(({ span, message }) => [span.offset, message]);
    assert.deepEqual(found, expected);
    assert.equal(expected.length, 4);
  });
});

const tokenOrWhitespace =
  /"(?:[^"\\\n\r]|\\(?!\r?\n|\r|$)[^\n\r]|\\$)*"?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|([ \t\r\n\ufeff]+)|./gsu;

/** Drops whitespace outside strings and comments, independently of the code under test. */
function withoutWhitespace(text: string): string {
  return text.replace(tokenOrWhitespace, (match, whitespace) => (whitespace === undefined ? match : ''));
}

function tokensOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(tokenOrWhitespace)].flatMap((match) =>
    match[1] === undefined ? [{ start: match.index, end: match.index + match[0].length }] : [],
  );
}

/** Fragments of JSON in any order; below, valid JSON in any spacing, whole or cut off. */
const fragments = fc
  .array(
    fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"a b, {"',
        '"\\""',
        '\\',
        '1',
        '-2.50e3',
        'true',
        'nope',
      ],
      ...[' ', '\n', '\t', '  ', '//', '/', '/*', '*/', '\ufeff', '中', '😀'],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const valid = fc.tuple(fc.json(), fc.constantFrom(0, 1, 2, '\t')).map(([text, space]) => {
  return JSON.stringify(JSON.parse(text), undefined, space);
});
const several = fc.array(valid, { maxLength: 3 }).map((values) => values.join('\n'));
const cut = fc.tuple(several, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
const anyJson = fc.oneof(fragments, valid, several, cut);
