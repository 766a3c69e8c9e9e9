import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Acceptance, FindingKey } from '../../../src/core/accepted/acceptance';
import { AcceptedFindings } from '../../../src/core/accepted/accepted-findings';
import { keyOfFinding } from '../../../src/core/check/accepted-matches';
import type { CheckedFile } from '../../../src/core/check/checked-file';
import type { Finding } from '../../../src/core/check/finding';
import { maxShown } from '../../../src/core/check/shown-quotas';
import { severities } from '../../../src/core/rules/severity';
import { readCorpus } from '../../support/corpus';
import { checkText } from '../../support/harness';
import { runs } from '../../support/runs';

function accept(keys: readonly FindingKey[]): AcceptedFindings {
  const acceptances = keys.map((key): Acceptance => ({ ...key, reason: 'reviewed', date: '2026-11-20' }));
  return new AcceptedFindings(acceptances);
}

function keyIn(file: CheckedFile, finding: Finding): FindingKey | undefined {
  return keyOfFinding(finding, file.traceAt(finding.span.offset));
}

function countOf(file: CheckedFile): number {
  return severities.reduce((sum, severity) => sum + file.count(severity), 0);
}

const idOf = (number: number) => `${number.toString(16).padStart(8, '0')}-c5b1-41f0-8a3f-0255ac100001`;

/** A trace with a misspelt event, or one without its name. */
function record(number: number, fields: Readonly<Record<string, unknown>> = { trace_name: 'createImages' }) {
  return {
    trace_id: idOf(number),
    time: 1795136523120,
    service_type: 'IMS',
    resource_type: 'image',
    trace_rating: 'normal',
    trace_type: 'ApiCall',
    user: { name: 'alice' },
    ...fields,
  };
}

const shownIn = (file: CheckedFile) => file.shownFindings().map(({ rule, trace }) => `${trace} ${rule}`);

describe('accepted findings of a file', () => {
  for (const { name, text } of readCorpus('ok'))
    it(`are exactly those whose keys are accepted in ${name}`, () => {
      const all = checkText(text);
      const found = all.findings().map((finding) => ({ finding, key: keyIn(all, finding) }));
      const some = found.flatMap(({ key }, index) => (key !== undefined && index % 2 === 0 ? key : []));
      const accepted = accept(some);
      const file = checkText(text, { accepted });
      const left = found.filter(({ key }) => key === undefined || accepted.find(key) === undefined);
      assert.deepEqual(
        file.findings().map(({ rule, span }) => `${rule} ${span.offset}`),
        left.map(({ finding: { rule, span } }) => `${rule} ${span.offset}`),
      );
      assert.equal(countOf(file), left.length);
      assert.equal(file.acceptedCount, found.length - left.length);
    });

  it('are not shown, but said at their place', () => {
    const text = JSON.stringify([record(1), record(2)]);
    const file = checkText(text, {
      accepted: accept([{ rule: 'unknown-event', traceId: idOf(1), keyPath: '/trace_name' }]),
    });
    assert.deepEqual(shownIn(file), ['1 unknown-event']);
    const at = text.indexOf('createImages');
    assert.deepEqual(
      [file.findingsAt(at), file.findingsAt(at, true).map(({ rule }) => rule)],
      [[], ['unknown-event']],
    );
  });

  it('may be about a key that is missing, or about a copy', () => {
    const nameless = record(1, {});
    const text = JSON.stringify([nameless, record(2), record(2)]);
    const keys = [
      { rule: 'missing-field', traceId: idOf(1), keyPath: '/trace_name' },
      { rule: 'duplicate-trace', traceId: idOf(2), keyPath: '/trace_id' },
    ];
    assert.deepEqual(shownIn(checkText(text)), [
      '0 missing-field',
      '1 unknown-event',
      '2 duplicate-trace',
      '2 unknown-event',
    ]);
    const file = checkText(text, { accepted: accept(keys) });
    assert.deepEqual(shownIn(file), ['1 unknown-event', '2 unknown-event']);
    assert.equal(file.acceptedCount, 2);
  });

  it('are not of a copy that differs, if one that does not is accepted', () => {
    const first = record(1, { trace_name: 'createImage' });
    const differs = { ...first, user: { name: 'mallory' }, trace_rating: 'warning' };
    const all = checkText(JSON.stringify([first, first, differs]));
    const keys = all.findings().map((finding) => keyIn(all, finding)?.keyPath);
    assert.deepEqual(keys, ['/trace_id', '/trace_id/trace_rating/user.name']);
    const file = (keyPath: string) =>
      checkText(JSON.stringify([first, first, differs]), {
        accepted: accept([{ rule: 'duplicate-trace', traceId: idOf(1), keyPath }]),
      });
    assert.deepEqual(shownIn(file('/trace_id')), ['2 duplicate-trace']);
    assert.deepEqual(shownIn(file('/trace_id/trace_rating/user.name')), ['1 duplicate-trace']);
    assert.deepEqual(shownIn(file('/trace_id/user.name')), ['1 duplicate-trace', '2 duplicate-trace']);
  });

  it('leave room for the others where not all are shown', () => {
    const count = maxShown + 50;
    const lines = Array.from({ length: count }, (_, number) => JSON.stringify(record(number)));
    const keys = lines
      .slice(0, 100)
      .map((_, number) => ({ rule: 'unknown-event', traceId: idOf(number), keyPath: '/trace_name' }));
    const file = checkText(lines.join('\n'), { accepted: accept(keys) });
    assert.equal(file.shownFindings().length, count - 100);
    assert.deepEqual(shownIn(file)[0], '100 unknown-event');
  });

  it('are counted alike after any edits', () => {
    const duplicate = { rule: 'duplicate-trace', traceId: idOf(1) };
    const accepted = accept([
      { rule: 'unknown-event', traceId: idOf(1), keyPath: '/trace_name' },
      { ...duplicate, keyPath: '/trace_id' },
      { ...duplicate, keyPath: '/trace_id/trace_name' },
    ]);
    const others = [
      record(1, { trace_name: 'createImage' }),
      record(1, { trace_name: 'createImage', user: { name: 'bob' } }),
    ];
    const part = fc.constantFrom(record(1), record(2), ...others);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.array(part, { maxLength: 6 }), (before, after) => {
        const [old, text] = [JSON.stringify([record(3), ...before]), JSON.stringify([record(3), ...after])];
        let current = old;
        const source = {
          get length() {
            return current.length;
          },
          slice: (start: number, end: number) => current.slice(start, end),
        };
        const file = checkText(source, { accepted });
        current = text;
        file.update([{ offset: 0, removed: old.length, inserted: text.length }]);
        file.read(() => true);
        const fresh = checkText(text, { accepted });
        assert.deepEqual(shownIn(file), shownIn(fresh));
        assert.deepEqual([file.acceptedCount, countOf(file)], [fresh.acceptedCount, countOf(fresh)]);
      }),
      runs.parameters(50),
    );
  });
});
