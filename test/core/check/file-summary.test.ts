import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CheckedFile } from '../../../src/core/check/checked-file';
import { findDamage } from '../../../src/core/check/damage';
import { type FileSummary, summarize } from '../../../src/core/check/file-summary';
import { runSteps } from '../../../src/core/text/steps';
import { readCorpus } from '../../support/corpus';
import { applyEdits, file, step, Text } from '../../support/edits';
import { checkText, plainSettings } from '../../support/harness';
import { runs } from '../../support/runs';

function summaryOf(checked: CheckedFile): FileSummary {
  return runSteps(summarize(checked));
}

const trace = {
  time: 1795136523120,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
};

describe('the damage of a file', function () {
  this.timeout(runs.timeout);

  it('is where the first syntax error is, or none', () => {
    const check = (text: string): void => {
      const checked = checkText(text);
      const errors = checked.findings().filter(({ rule }) => rule === 'json-syntax');
      if (checked.kind !== 'traces') return;
      const damage = findDamage(checked);
      assert.equal(damage === undefined, errors.length === 0, text);
      if (damage?.kind === 'broken') assert.equal(damage.offset, errors[0]?.span.offset, text);
    };
    fc.assert(fc.property(file, check), runs.parameters(100));
    for (const { text } of readCorpus('bad')) check(text);
  });
});

describe('the summary of a file', () => {
  it('counts traces and failures, and knows the earliest and the latest time', () => {
    const traces = [
      { ...trace, trace_rating: 'warning' },
      { ...trace, time: '2026/11/20 08:02:00 GMT+08:00' },
      { ...trace, time: 1795200000, trace_rating: 'incident' },
      { ...trace, time: '2026/11/01 12:02:00' },
      { ...trace, time: 'unknown' },
    ];
    assert.deepEqual(summaryOf(checkText(JSON.stringify(traces))), {
      traceCount: 5,
      failedCount: 2,
      times: { first: Date.UTC(2026, 10, 20, 0, 2), last: 1795200000000 },
      damage: undefined,
    });
  });

  it('has no times if no trace has an exact one', () => {
    const { times } = summaryOf(checkText(JSON.stringify([{ ...trace, time: '2026/11/01 12:02:00' }])));
    assert.equal(times, undefined);
  });

  const one = JSON.stringify(trace);
  const cuts: readonly (readonly [string, string])[] = [
    ['between two traces', `[${one},${one}`],
    ['after a comma', `[${one},\n`],
    ['in a key', `[${one},${one.slice(0, 60)}`],
    ['in a string', `[${one},${one.slice(0, one.indexOf('IMS') + 2)}`],
    ['in the first value of a trace', `[${one},{"trace_id":"ad165000-c5f7`],
    ['after the brace of a trace', `[${one},{`],
    ['in the first key of a trace', `[${one},{"tra`],
    ['before a value', `[${one},${one.slice(0, one.indexOf('"IMS'))}`],
    ['in a nested object', `[${one},${one.slice(0, -1)},"user":{"id":"x"}`],
    ['in its only trace but one', `${one}\n${one.slice(0, 90)}`],
  ];
  for (const [where, text] of cuts) {
    it(`knows that it was cut off ${where}`, () => {
      assert.deepEqual(summaryOf(checkText(text)).damage, { kind: 'cut', offset: text.trimEnd().length - 1 });
    });
  }

  it('knows the first syntax error of a file that is complete', () => {
    const broken = one.replace('"IMS",', '"IMS"');
    const text = `[${one},${broken},${one}]`;
    const offset = text.indexOf('"resource_type"', one.length + 2);
    assert.deepEqual(summaryOf(checkText(text)).damage, { kind: 'broken', offset });
    assert.deepEqual(summaryOf(checkText(`[${one} ${one}]`)).damage, {
      kind: 'broken',
      offset: one.length + 2,
    });
  });

  it('after edits equals that of the same text read from scratch', function () {
    this.timeout(runs.timeout);
    fc.assert(
      fc.property(file, fc.array(step, { minLength: 1, maxLength: 6 }), (text, steps) => {
        const source = new Text(text);
        const checked = new CheckedFile(source, plainSettings);
        for (const { edits } of steps) {
          checked.read(() => true);
          summaryOf(checked);
          checked.update(applyEdits(source, edits));
        }
        checked.read(() => true);
        assert.deepEqual(summaryOf(checked), summaryOf(checkText(source.value)));
      }),
      runs.parameters(40),
    );
  });
});
