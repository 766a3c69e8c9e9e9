import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Acceptance } from '../../../src/core/accepted/acceptance';
import { acceptedFileText, readAcceptedFile } from '../../../src/core/accepted/accepted-format';
import { withAcceptance, withoutAcceptance } from '../../../src/core/accepted/edit-accepted';
import { english } from '../../support/harness';
import { runs } from '../../support/runs';

const acceptance: fc.Arbitrary<Acceptance> = fc.record(
  {
    rule: fc.constantFrom('unknown-event', 'exposed-secret'),
    traceId: fc.uuid(),
    keyPath: fc.constantFrom('', '/trace_name'),
    reason: fc.constantFrom('known', 'checked again'),
    date: fc.constant('2026-11-20'),
  },
  { noNullPrototype: true },
);

const keyOf = ({ rule, traceId, keyPath }: Acceptance) => [rule, traceId, keyPath].join();

function entriesOf(edited: ReturnType<typeof withAcceptance>): readonly Acceptance[] | undefined {
  return 'text' in edited ? readAcceptedFile(edited.text, english).acceptances : undefined;
}

describe('changing a file of accepted findings', () => {
  it('adds one after all others, once, and removes it alone', () => {
    fc.assert(
      fc.property(fc.array(acceptance), acceptance, (others, added) => {
        const text = acceptedFileText(others);
        const more = withAcceptance(text, added, english);
        const isKnown = others.some((other) => keyOf(other) === keyOf(added));
        assert.deepEqual(entriesOf(more), isKnown ? others : [...others, added]);
        const less = withoutAcceptance('text' in more ? more.text : '', added, english);
        assert.deepEqual(
          entriesOf(less),
          others.filter((other) => keyOf(other) !== keyOf(added)),
        );
      }),
      runs.parameters(200),
    );
  });

  const entry: Acceptance = {
    rule: 'unknown-event',
    traceId: '8b2f7e10-9a56-11f0-b1c4-0242ac120002',
    keyPath: '/trace_name',
    reason: 'known',
    date: '2026-11-20',
  };

  it('begins a file, and keeps the schema that one names', () => {
    const begun = acceptedFileText([entry]);
    for (const text of [undefined, '', ' \n'])
      assert.deepEqual(withAcceptance(text, entry, english), { text: begun });
    const named = begun.replace('{\n', '{\n  "$schema": "../accepted.schema.json",\n');
    const other = { ...entry, keyPath: '' };
    const more = withAcceptance(named, other, english);
    assert.deepEqual(more, { text: acceptedFileText([entry, other], '../accepted.schema.json') });
    assert.deepEqual(withoutAcceptance('text' in more ? more.text : '', other, english), { text: named });
  });

  it('leaves a file alone that is not valid', () => {
    for (const text of ['{', '{"version":1,"accepted":[],"more":1}']) {
      assert.deepEqual(withAcceptance(text, entry, english), { refusal: 'invalid' });
      assert.deepEqual(withoutAcceptance(text, entry, english), { refusal: 'invalid' });
    }
  });
});
