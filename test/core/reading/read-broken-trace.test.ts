import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DamagedTrace } from '../../../src/core/reading/damaged-trace';
import { readBrokenTrace, readTrace } from '../../../src/core/reading/read-trace';
import { parseMembers, splitMembers } from '../../../src/core/reading/split-members';
import { parseTolerantly } from '../../../src/core/reading/tolerant-parser';
import type { Trace } from '../../../src/core/record/trace';
import { tryParse } from '../../../src/core/text/json';
import { validRecord } from '../../support/records';
import { runs } from '../../support/runs';

function contentOf(trace: Trace): unknown {
  const values: unknown[] = [];
  trace.forEach((name, value) => {
    values.push([name, value, trace.value(name)]);
  });
  const { isWellFormed, hasRepeatedKeys } = trace;
  return { values, isWellFormed, hasRepeatedKeys, fields: trace.fields(), errors: trace.parseErrors() };
}

/** Reads every member with the tolerant parser. */
function readSlowly(text: string): Trace {
  return tryParse(text) === undefined ? new DamagedTrace(text, parseTolerantly(text, 0)) : readTrace(text);
}

const members = fc.array(
  fc.tuple(
    fc.oneof(fc.string(), fc.constantFrom('a', 'b', ' a', '__proto__', '1', 'traces')),
    fc.jsonValue(),
  ),
  { maxLength: 6 },
);
const layouts = fc.constantFrom(['', ''], ['\n  ', ' '], ['\n', '']);

/** Objects in which keys may be repeated, and records. */
const objects = fc.oneof(
  fc.tuple(members, layouts).map(([list, [gap = '', space = '']]) => {
    const texts = list.map(([key, value]) => `${gap}${JSON.stringify(key)}:${space}${JSON.stringify(value)}`);
    return `{${texts.join(',')}${gap}}`;
  }),
  fc.nat({ max: 9 }).map((number) => JSON.stringify(validRecord(number))),
);
const insertions = fc.constantFrom('', '"', ',', ':', '{', '}', '[', ']', '\n', '\\', '//x\n', 'x', '1', ' ');

describe('readBrokenTrace', function () {
  this.timeout(runs.timeout);

  it('reads what the tolerant parser reads, in a record that is damaged anywhere', () => {
    fc.assert(
      fc.property(
        fc.tuple(objects, objects),
        fc.nat(),
        fc.nat({ max: 3 }),
        insertions,
        ([first, next], place, removed, inserted) => {
          const at = 1 + (place % first.length);
          const text = `${first.slice(0, at)}${inserted}${first.slice(at + removed)}\n${next}`;
          assert.deepEqual(contentOf(readBrokenTrace(text)), contentOf(readSlowly(text)), text);
        },
      ),
      runs.parameters(5000),
    );
  });

  it('reads what the tolerant parser reads, in a record that is cut off anywhere', () => {
    const whole = `${JSON.stringify(validRecord(1))}   `;
    for (let end = 1; end <= whole.length; end++) {
      const text = whole.slice(0, end);
      assert.deepEqual(contentOf(readBrokenTrace(text)), contentOf(readSlowly(text)), text);
    }
  });
});

describe('splitMembers', () => {
  const cases: readonly (readonly [text: string, valid: string | undefined])[] = [
    ['{"a":1,"b":"x', '{"a":1,'],
    ['{"a":{"b":1},"c":[1,2', '{"a":{"b":1},'],
    ['{"a":1,"b":"x","c":"y\n{"a":1,"b":2}', '{"a":1,"b":"x",'],
    ['{"a":1,"b":2 "c":3}', '{"a":1,'],
    ['{"a":1,"a":2,"b', undefined],
    ['{"1":1,"b', undefined],
    ['{" a":1,"b', undefined],
    ['{"a":x,"b', undefined],
    ['{"a":1', undefined],
    ['{', undefined],
  ];
  for (const [text, valid] of cases)
    it(`finds valid members at the beginning of ${JSON.stringify(text)}`, () => {
      const found = parseMembers(text, 0, splitMembers(text, 0, text.length));
      assert.equal(found && text.slice(0, found.end), valid);
    });

  it('reads nothing beyond the limit', () => {
    const text = '{"a":1,"b":2,"c":{"d":3}}';
    for (let limit = 1; limit < text.length; limit++) {
      const { end, lastComma } = splitMembers(text, 0, limit);
      assert.equal(end, undefined);
      assert.ok(lastComma < limit);
    }
    assert.equal(splitMembers(text, 0, text.length).end, text.length);
  });
});
