import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isLineDelimited as looksLineDelimited } from '../../../src/core/file/json-lines';
import type { FieldOrder } from '../../../src/core/formatting/field-order';
import { type LaidOut, layOutInSteps } from '../../../src/core/formatting/lay-out';
import { toFormatted, toOriginal } from '../../../src/core/formatting/position-map';
import { runSteps } from '../../../src/core/text/steps';
import { textSource } from '../../../src/core/text/text-source';
import { type CorpusFile, readCorpus, readSamples } from '../../support/corpus';
import { damagesOf } from '../../support/damages';
import { checkText } from '../../support/harness';
import { runs } from '../../support/runs';

function layOut(text: string, fieldOrder: FieldOrder = 'file', isLineDelimited = false): LaidOut {
  const steps = layOutInSteps(text, {
    isLineDelimited: looksLineDelimited(textSource(text), isLineDelimited),
    lineBreak: '\n',
    opening: { fieldOrder, isLineDelimited },
  });
  return runSteps(steps);
}

const trace = {
  time: 1795136523120,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
  trace_name: 'createImage',
};

/** The lines of the view that hold JSON which is in a string in the original. */
function openedLines({ text, openings }: LaidOut): readonly string[] {
  return [...openings].map((offset) => {
    const start = text.lastIndexOf('\n', offset) + 1;
    return text.slice(start, offset + 1).trim();
  });
}

describe('a file that is laid out for reading', () => {
  it('has the JSON in strings of its traces opened, and knows where', () => {
    const inner = JSON.stringify({ name: 'a "b"\n中', deep: JSON.stringify({ list: [1, '[2]'] }) });
    const text = JSON.stringify([{ ...trace, user: '{"name":"mei"}', request: inner, response: '[{}]' }]);
    const view = layOut(text);
    assert.equal(
      view.text,
      JSON.stringify(
        [
          {
            ...trace,
            user: { name: 'mei' },
            request: { name: 'a "b"\n中', deep: { list: [1, [2]] } },
            response: [{}],
          },
        ],
        undefined,
        2,
      ),
    );
    assert.deepEqual(openedLines(view), ['"user": {', '"request": {', '"deep": {', '[', '"response": [']);
  });

  it('keeps numbers, escapes, the order of keys and repeated keys of JSON in a string', () => {
    const request = String.raw`{ \"id\" : 12345678901234567890,\n\"b\":1.50e+07,\"a\":\"\\u4e2d\\/\", \"a\": 1}`;
    const text = `${JSON.stringify(trace).slice(0, -1)},"request":"${request}"}`;
    assert.equal(
      layOut(text).text.split('"request": ')[1],
      String.raw`{
    "id": 12345678901234567890,
    "b": 1.50e+07,
    "a": "\u4e2d\/",
    "a": 1
  }
}`,
    );
  });

  const kept: readonly (readonly [string, string])[] = [
    ['cut', '{"a":'],
    ['empty', '{}'],
    ['not JSON', '{name=a}'],
    ['a list for a user', '["a"]'],
    ['with characters that change the direction of writing', '{"a":"\u202e"}'],
    ['with half a character', '{"a":"\ud800"}'],
  ];
  for (const [what, value] of kept) {
    it(`keeps a string that is ${what}`, () => {
      const text = JSON.stringify([{ ...trace, user: value }]);
      assert.equal(layOut(text).text, JSON.stringify(JSON.parse(text), undefined, 2));
    });
  }

  it('keeps strings of other fields, of other JSON and of damaged traces', () => {
    const other = { trace_names: 'x', request: '{"a":1}' };
    const text = JSON.stringify([other, { ...trace, resource_name: '{"a":1}' }]);
    assert.equal(layOut(text).text, JSON.stringify(JSON.parse(text), undefined, 2));
    const damaged = JSON.stringify({ ...trace, request: '{"a":1}' }).replace('"IMS",', '"IMS"');
    assert.match(layOut(`[${JSON.stringify(trace)},${damaged}]`).text, /"request": "\{\\"a\\":1\}"/);
  });

  it('has what happened, when and by whom first if that is wanted', () => {
    const text = JSON.stringify([{ ...trace, code: '200', user: '{"name":"mei"}', trace_id: 'x' }, trace]);
    const { text: shown } = layOut(text, 'essentials-first');
    assert.deepEqual(
      [...shown.matchAll(/^ {4}"(\w+)"/gm)].map(([, name]) => name),
      [
        ...['trace_name', 'time', 'user', 'trace_rating', 'code', 'resource_type', 'service_type'],
        ...['trace_type', 'trace_id'],
        ...['trace_name', 'time', 'trace_rating', 'resource_type', 'service_type', 'trace_type'],
      ],
    );
    const [first] = JSON.parse(text);
    assert.deepEqual(JSON.parse(shown), [{ ...first, user: { name: 'mei' } }, trace]);
  });

  it('leads from a quotation mark of an opened string to its bracket', () => {
    const text = JSON.stringify({ ...trace, request: '{"a":1}' });
    const view = layOut(text);
    const quote = text.indexOf('"{');
    assert.equal(toFormatted(view.map, quote), view.openings[0]);
    assert.equal(toOriginal(view.map, view.openings[0] ?? 0), quote + 1);
  });
});

describe('the places of a file that is laid out', () => {
  const files = [...readCorpus('ok'), ...readCorpus('bad'), ...readSamples()].filter(
    ({ text }) => text.length < 100_000,
  );

  for (const fieldOrder of ['file', 'essentials-first'] as const) {
    it(`lead there and back, damaged or not (${fieldOrder})`, function () {
      this.timeout(runs.timeout);
      for (const file of files) {
        checkPlaces(file.text, layOut(file.text, fieldOrder, file.isLineDelimited));
        for (const { text } of damagesOf(file.text, 3))
          checkPlaces(text, layOut(text, fieldOrder, file.isLineDelimited));
      }
    });
  }

  it('lead there and back for any JSON in strings', function () {
    this.timeout(runs.timeout);
    const values = fc.json().map((text) => JSON.stringify({ request: text, deep: JSON.stringify([text]) }));
    fc.assert(
      fc.property(values, fc.constantFrom<FieldOrder>('file', 'essentials-first'), (request, order) => {
        const text = JSON.stringify([
          { request, ...trace, user: '{"name":"x"}' },
          { ...trace, message: request },
        ]);
        const view = layOut(text, order);
        checkPlaces(text, view);
        assert.deepEqual(allOpened(JSON.parse(view.text)), allOpened(JSON.parse(text)));
      }),
      runs.parameters(100),
    );
  });
});

describe('the findings of a file that is laid out', () => {
  const files = [...readCorpus('ok'), ...readCorpus('bad'), ...readSamples()];

  for (const fieldOrder of ['file', 'essentials-first'] as const) {
    it(`are those of the file (${fieldOrder})`, function () {
      this.timeout(runs.timeout);
      for (const file of files) {
        const view = layOut(file.text, fieldOrder, file.isLineDelimited);
        const isLineDelimited = view.valueCount > 1;
        assert.deepEqual(
          findingsIn({ name: file.name, text: view.text, isLineDelimited }),
          findingsIn(file),
          file.name,
        );
      }
    });
  }
});

/** Without their order, which is that of the fields. */
function findingsIn({ text, isLineDelimited }: CorpusFile): readonly string[] {
  const file = checkText(text, { isLineDelimited });
  return file
    .findings()
    .map(({ rule, trace: number, message }) => `${number} ${rule} ${message}`)
    .sort();
}

/** Every place of the view leads to its character in the original and back. */
function checkPlaces(text: string, { text: shown, map, openings }: LaidOut): void {
  assert.equal(map.originalLength, text.length);
  assert.equal(map.formattedLength, shown.length);
  for (const [run, formatted] of map.formatted.entries()) {
    const original = map.original[run] ?? 0;
    const length = map.lengths[run] ?? 0;
    if (length === 0) assert.equal(toFormatted(map, original), formatted);
    for (const past of new Set([0, length - 1])) {
      if (length === 0) continue;
      assert.equal(toOriginal(map, formatted + past), original + past);
      assert.equal(toFormatted(map, original + past), formatted + past);
      const [there, here] = [text[original + past], shown[formatted + past]];
      if (there !== here) assert.equal(text[original + past - 1], '\\', `${there} ${here}`);
    }
  }
  for (const offset of openings) assert.match(shown[offset] ?? '', /[{[]/);
  for (let offset = 0; offset <= text.length; offset += 7) {
    const there = toFormatted(map, offset);
    assert.ok(there >= 0 && there <= shown.length);
  }
}

/** A value with all JSON in strings decoded, objects and arrays only, as deep as it goes. */
function allOpened(value: unknown): unknown {
  if (typeof value === 'string') {
    try {
      const inner: unknown = JSON.parse(value);
      return typeof inner === 'object' && inner !== null ? allOpened(inner) : value;
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(allOpened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, allOpened(member)]));
}
