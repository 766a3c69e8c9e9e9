import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  decodeString,
  type EmbeddedValue,
  looksLikeJson,
  maxStringDepth,
  visitEmbedded,
} from '../../../src/core/record/embedded-json';
import type { Path } from '../../../src/core/record/json-members';
import type { Span } from '../../../src/core/text/span';
import { marked } from '../../support/harness';
import { runs } from '../../support/runs';

/** A JSON string in which `ways` picks among the possible escapes of each character. */
function write(text: string, ways: readonly number[]): string {
  const units = Array.from({ length: text.length }, (_, index) =>
    writeUnit(text.charAt(index), ways[index % ways.length] ?? 0),
  );
  return `"${units.join('')}"`;
}

function writeUnit(unit: string, way: number): string {
  const hex = unit.charCodeAt(0).toString(16).padStart(4, '0');
  const short = shortEscapes[unit];
  if (way === 0) return `\\u${way % 2 === 0 ? hex : hex.toUpperCase()}`;
  if (short !== undefined && (way < 3 || unit !== '/')) return short;
  return unit < ' ' ? `\\u${hex}` : unit;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const anyText = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${text}\u{1F600}\ud800"\\/\n`);
const ways = fc.array(fc.nat(5), { minLength: 1, maxLength: 7 });

describe('JSON in a string', function () {
  this.timeout(runs.timeout);

  it('is decoded, and every offset maps back to the source', () => {
    const check = (text: string, how: readonly number[]): void => {
      const raw = write(text, how);
      const decoded = decodeString(raw);
      assert.equal(decoded?.text, text);
      let end = 1;
      for (let at = 0; at < text.length; at++) {
        const span: Span = decoded?.rawSpanOf({ offset: at, length: 1 }) ?? { offset: 0, length: 0 };
        assert.equal(span.offset, end);
        assert.equal(JSON.parse(`"${marked(raw, span)}"`), text.charAt(at));
        end = span.offset + span.length;
      }
      assert.equal(end, raw.length - 1);
      assert.deepEqual(decoded?.rawSpanOf({ offset: text.length, length: 0 }), { offset: end, length: 0 });
    };
    fc.assert(fc.property(anyText, ways, check), runs.parameters(500));
  });

  it('is found in nested strings, with the place of each value in the source', () => {
    const check = (value: unknown, levels: number, how: readonly number[]): void => {
      let json = JSON.stringify({ k: value });
      for (let level = 0; level < levels; level++) json = `[${write(json, how)}]`;
      const values: EmbeddedValue[] = [];
      visitEmbedded(json, undefined, (found) => values.push(found) > 0);
      for (const found of values) {
        const written = marked(json, found.toOuterSpan(found.span));
        assert.equal(unwrap(written, found.level), marked(found.text, found.span));
        if (found.decoded) assert.equal(JSON.parse(marked(found.text, found.span)), found.decoded.text);
      }
      assert.ok(values.some((found) => found.level === levels && found.path?.key === 'k'));
    };
    const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });
    fc.assert(fc.property(json, fc.nat(maxStringDepth), ways, check), runs.parameters(300));
  });

  it('is visited no deeper than three strings', () => {
    let json = '{"a":1}';
    for (let level = 0; level < 5; level++) json = JSON.stringify(json);
    const levels: number[] = [];
    visitEmbedded(json, undefined, ({ level }) => levels.push(level) > 0);
    assert.deepEqual(levels, [0]);
    let wrapped = '{"a":1}';
    for (let level = 0; level < 5; level++) wrapped = JSON.stringify([wrapped]);
    let deepest = 0;
    visitEmbedded(wrapped, undefined, ({ level }) => {
      deepest = Math.max(deepest, level);
      return true;
    });
    assert.equal(deepest, maxStringDepth);
  });

  it('is not visited if the visitor declines', () => {
    const seen: number[] = [];
    visitEmbedded(JSON.stringify('{"a":1}'), undefined, ({ level }) => {
      seen.push(level);
      return false;
    });
    assert.deepEqual(seen, [0]);
  });

  it('has paths in which elements of an array have the path of the array', () => {
    const paths: string[] = [];
    visitEmbedded(
      '{"a":{"b":[1,{"c":2}],"d":"{\\"e\\":[3]}"}}',
      { key: 'request', parent: undefined },
      (value) => {
        paths.push(`${toText(value.path)}=${marked(value.text, value.span)}`);
        return true;
      },
    );
    assert.deepEqual(paths, [
      'request.a.b=1',
      'request.a.b.c=2',
      'request.a.b={"c":2}',
      'request.a.b=[1,{"c":2}]',
      'request.a.d="{\\"e\\":[3]}"',
      'request.a.d.e=3',
      'request.a.d.e=[3]',
      'request.a.d={"e":[3]}',
      'request.a={"b":[1,{"c":2}],"d":"{\\"e\\":[3]}"}',
      'request={"a":{"b":[1,{"c":2}],"d":"{\\"e\\":[3]}"}}',
    ]);
  });

  it('is read as far as possible if it is broken or cut off', () => {
    const seen: string[] = [];
    visitEmbedded('{"a":1 "b":{"c":"x","d":]"e":"cut', undefined, ({ path, text, span }) => {
      seen.push(`${toText(path)}=${marked(text, span)}`);
      return true;
    });
    assert.deepEqual(seen.slice(0, 2), ['a=1', 'b.c="x"']);
    assert.ok(!seen.some((value) => value.startsWith('e=')));
  });

  it('may be broken in any way and nested to any depth', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0 1nt') }), (text) => {
        visitEmbedded(text, undefined, ({ span }) => span.offset + span.length <= text.length);
      }),
      runs.parameters(500),
    );
    let values = 0;
    visitEmbedded('{"a":['.repeat(5_000), undefined, () => ++values > 0);
    assert.equal(values, 10_000);
  });

  it('begins with a bracket and something that may follow it', () => {
    for (const text of ['{}', '{ "a', ' {\n"', '[]', '[[', '[ {', '["', '\t[ ]'])
      assert.ok(looksLikeJson(text), text);
    for (const text of [
      '',
      '{',
      '[',
      '{name=a, id=1}',
      '[INFO] done',
      '[1,2]',
      '"{}"',
      'x{"',
      '12',
      '{a":1}',
    ]) {
      assert.ok(!looksLikeJson(text), text);
    }
  });

  it('is not decoded if a quotation mark is missing or an escape is unknown', () => {
    for (const raw of ['"a', '"\\x"', '"\\u12"', '"a\nb"', '12', '', '{}'])
      assert.equal(decodeString(raw), undefined, raw);
  });
});

function unwrap(written: string, level: number): string {
  return level === 0 ? written : unwrap(JSON.parse(`"${written}"`), level - 1);
}

function toText(path: Path | undefined): string {
  return path === undefined ? '' : [toText(path.parent), path.key].filter((part) => part !== '').join('.');
}
