import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CountedIds } from '../../../src/core/check/counted-ids';
import { runs } from '../../support/runs';

describe('counted ids', function () {
  this.timeout(runs.timeout);

  it('are found again, told apart and counted, in whatever order they are added and removed', () => {
    // Few different digits, so that ids occur again and differ in one part only
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0f]{${length}}$`));
    const uuid = fc
      .tuple(digits(8), digits(4), digits(4), digits(4), digits(12))
      .map((parts) => parts.join('-'));
    const step = fc.record({ uuid, removes: fc.boolean(), pick: fc.nat() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300, size: 'max' }), (steps) => {
        const ids = new CountedIds();
        const kept: { readonly uuid: string; readonly id: number }[] = [];
        for (const { uuid: added, removes, pick } of steps) {
          const [removed] = removes ? kept.splice(pick % Math.max(1, kept.length), 1) : [];
          if (removed !== undefined) ids.remove(removed.id);
          else kept.push({ uuid: added, id: ids.add(added) });
          for (const { uuid: one, id } of kept) {
            assert.equal(ids.countOf(id), kept.filter((other) => other.uuid === one).length);
            assert.ok(kept.every((other) => (other.id === id) === (other.uuid === one)));
          }
        }
      }),
      runs.parameters(50),
    );
  });
});
