import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Coverage, CoverageTally, type InputCoverage } from '../../../src/core/evidence/coverage';
import type { InputOutcome } from '../../../src/core/evidence/input-outcome';
import { runs } from '../../support/runs';

const folder = 'CloudTraces/eu-de/2026/5/18/system';

function input(path: string, outcome: InputOutcome, added: Partial<InputCoverage> = {}): InputCoverage {
  return { path, outcome, traces: 0, untimed: 0, first: undefined, last: undefined, ...added };
}

/** A trace file of IMS, delivered a quarter past an hour. */
function traceFile(hour: number, added: Partial<InputCoverage> = {}): InputCoverage {
  return input(`in/${folder}/IMS/${nameOf(hour)}`, { kind: 'read' }, { traces: 1, ...added });
}

function nameOf(hour: number): string {
  const clock = String(hour).padStart(2, '0');
  return `ev_CloudTrace_eu-de_2026-05-18T${clock}-15-00Z_${clock.padStart(16, '0')}.json.gz`;
}

function digestOf(hour: number, objects: readonly string[] = []): InputCoverage {
  const clock = String(hour + 1).padStart(2, '0');
  const path = `in/${folder}/Digest/IMS/ev_CloudTrace-Digest_eu-de_2026-05-18T${clock}-00-00Z.json.gz`;
  return input(path, { kind: 'digest', objects });
}

function coverageOf(inputs: readonly InputCoverage[]): Coverage {
  const tally = new CoverageTally();
  for (const one of inputs) tally.add(one);
  return tally.coverage();
}

function shownMissing({ missing }: Coverage): readonly string[] {
  return missing.map((one) => {
    if (one.kind === 'listed-file') return one.object;
    const { kind, region, tracker, service } = one.series;
    const hours = [one.range.from, one.range.to].map((time) => new Date(time).toISOString().slice(11, 16));
    return `${one.kind}: ${kind} ${region} ${tracker} ${service} ${hours.join('–')}`;
  });
}

describe('the coverage of a run', () => {
  it('counts each input once, by its outcome', () => {
    const { files } = coverageOf([
      traceFile(1),
      traceFile(2),
      input('a.json', { kind: 'read-in-part', reason: 'cut' }),
      input('b.json', { kind: 'no-traces' }),
      input('c.json', { kind: 'unreadable', reason: 'denied' }),
      input('d.json', { kind: 'passed-over', reason: 'excluded' }),
      input('e.json', { kind: 'passed-over', reason: 'outside-window' }),
      digestOf(1),
    ]);
    assert.deepEqual(files, {
      read: 2,
      'read-in-part': 1,
      'no-traces': 1,
      digest: 1,
      unreadable: 1,
      'passed-over': 2,
    });
  });

  it('adds up traces, those without a time, and takes the first and the last time of all', () => {
    const { missing, files, ...sums } = coverageOf([
      traceFile(1, { traces: 3, untimed: 1, first: 500, last: 700 }),
      traceFile(2, { traces: 2, untimed: 2 }),
      traceFile(3, { traces: 4, first: 200, last: 300 }),
    ]);
    assert.deepEqual(sums, { traces: 9, untimed: 3, first: 200, last: 700 });
    assert.deepEqual(coverageOf([]).first, undefined);
    assert.deepEqual(missing, []);
    assert.equal(files.read, 3);
  });

  it('names the hours without a file, those without a digest, and files that a digest lists and that are not here', () => {
    const coverage = coverageOf([
      ...[0, 1, 3, 4, 5, 6].map((hour) => traceFile(hour)),
      digestOf(0, [`${folder}/IMS/${nameOf(0)}`]),
      digestOf(3, [`${folder}/IMS/${nameOf(2)}`, `${folder}/IMS/${nameOf(3)}`, 'x/other.json.gz']),
    ]);
    assert.deepEqual(shownMissing(coverage), [
      'hours-without-digest: digest eu-de system IMS 01:00–03:00',
      'empty-hours: trace eu-de system IMS 02:00–03:00',
      `${folder}/IMS/${nameOf(2)}`,
      'x/other.json.gz',
    ]);
  });

  it('takes a file for here whatever became of it, in whatever folder, packed or not', () => {
    const object = `${folder}/IMS/${nameOf(3)}`;
    const coverage = coverageOf([
      digestOf(3, [object, 'some/export.json.gz']),
      input(`flat/${nameOf(3).replace('.gz', '')}`, { kind: 'unreadable', reason: 'denied' }),
      input('elsewhere/export.json.gz', { kind: 'passed-over', reason: 'excluded' }),
    ]);
    assert.deepEqual(shownMissing(coverage), []);
  });

  it('is the same in any order and by any division among tallies', () => {
    const inputs = [
      ...[0, 1, 3, 4, 5, 7, 8].map((hour) => traceFile(hour, { first: hour, last: 9 - hour, untimed: 1 })),
      digestOf(0, [`${folder}/IMS/${nameOf(0)}`, `${folder}/IMS/${nameOf(6)}`]),
      digestOf(3),
      input('a.json', { kind: 'no-traces' }),
    ];
    const whole = coverageOf(inputs);
    const divided = fc.tuple(
      fc.shuffledSubarray(inputs, { minLength: inputs.length }),
      fc.nat(inputs.length),
    );
    fc.assert(
      fc.property(divided, ([order, at]) => {
        const tally = new CoverageTally();
        const other = new CoverageTally();
        for (const one of order.slice(0, at)) tally.add(one);
        for (const one of order.slice(at)) other.add(one);
        tally.merge(other);
        assert.deepEqual(tally.coverage(), whole);
      }),
      runs.parameters(100),
    );
  });
});
