import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GravestFirst } from '../../../src/node/output/gravest-first';
import { runs } from '../../support/runs';

describe('what is kept of many things', () => {
  it('is the gravest, and of those that are equally grave the first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3)), fc.nat(12), (ranks, limit) => {
        const kept = new GravestFirst<number>(limit, 4);
        const left = ranks.flatMap((rank, index) => kept.add(rank, index) ?? []);
        const byRank = ranks
          .map((rank, index) => ({ rank, index }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ index }) => index);
        const expected = byRank.slice(0, limit);
        assert.deepEqual(kept.gravestFirst(), expected);
        assert.deepEqual(
          kept.inOrder(),
          [...expected].sort((one, other) => one - other),
        );
        assert.deepEqual(
          [...left].sort((one, other) => one - other),
          byRank.slice(limit).sort((one, other) => one - other),
        );
      }),
      runs.parameters(300),
    );
  });
});
