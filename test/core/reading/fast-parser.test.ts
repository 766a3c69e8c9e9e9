import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseFast } from '../../../src/core/reading/fast-parser';
import { runs } from '../../support/runs';

function read(text: string, limit = text.length): unknown {
  const parsed = parseFast(text, 0, limit);
  return parsed && { text: parsed.text, object: parsed.object, end: parsed.end };
}

function whole(text: string): unknown {
  return { text, object: JSON.parse(text), end: text.length };
}

describe('parseFast', function () {
  this.timeout(runs.timeout);

  const first = '{"a":{"a":1},"b":[{"a":1}]}';
  const followers = [
    '',
    ',',
    `,${first}`,
    `\n${first}`,
    `]${first}`,
    '}',
    ',{"a"',
    ' , {"b":1}',
    `,"a":${first}`,
  ];
  for (const rest of followers)
    it(`ends the object before ${rest}`, () => assert.deepEqual(read(first + rest), whole(first)));

  it('ends the object at its closing brace even if inner objects open like it', () => {
    const nested = '{"a":[{"a":1},{"a":2}],"b":{"a":"{\\"a\\":"}}';
    assert.deepEqual(read(`${nested},${nested}`), whole(nested));
  });

  it('does not read beyond the limit', () => {
    assert.deepEqual(read(`${first},${first}`, first.length), whole(first));
    assert.equal(read(`${first},${first}`, first.length - 1), undefined);
  });

  const invalid = ['{', '{"a"', '{"a":1', '{"a":1,}', '{"a":1]', '{a:1}', '{"a":1 "b":2}'];
  for (const text of invalid) {
    it(`gives nothing for ${text}`, () => {
      assert.equal(read(text), undefined);
      assert.equal(read(`${text},${first}`), undefined);
    });
  }

  it('does not depend on the objects that follow', () => {
    const object = fc.dictionary(fc.constantFrom('a', 'b', '{"a":', ''), fc.jsonValue({ maxDepth: 3 }));
    const layout = fc.constantFrom(undefined, 1, 2);
    const between = fc.constantFrom(',', ',\n', '\n', '', ' ]\n[ ');
    fc.assert(
      fc.property(
        fc.array(object, { minLength: 1, maxLength: 4 }),
        layout,
        between,
        (objects, indent, gap) => {
          const texts = objects.map((each) => JSON.stringify(each, null, indent));
          assert.deepEqual(read(texts.join(gap)), whole(texts[0] ?? ''));
        },
      ),
      runs.parameters(2000),
    );
  });
});
