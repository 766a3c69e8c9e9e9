import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readDigest } from '../../../src/core/evidence/digest';
import { verifyEvidence } from '../../../src/core/evidence/verify';
import { digestAt, makeBucket, md5Of, traceFileAt } from '../../support/digest-bucket';
import { runs } from '../../support/runs';

const hours = Array.from({ length: 9 }, (_, index) => index + 1);
const bucket = makeBucket({ hours: hours.length, filesPerHour: 2 });
const found = Object.entries(bucket).map(([path, bytes]) => ({
  path,
  md5: md5Of(bytes),
  digest: path.includes('Digest') ? readDigest(JSON.parse(gunzipSync(bytes).toString())) : undefined,
}));

/** Some hours whose digests are deleted, some trace files that are, and one that is changed: were it all, the bucket might be encrypted. */
const damages = fc.record({
  digests: fc.subarray(hours),
  deleted: fc.subarray(
    hours.flatMap((hour) => [traceFileAt(hour), traceFileAt(hour, 1)]),
    { maxLength: 6 },
  ),
  changed: fc.subarray(
    hours.map((hour) => traceFileAt(hour)),
    { maxLength: 3 },
  ),
});

describe('verifying a bucket from which anything was deleted', function () {
  this.timeout(runs.timeout);

  it('gives each file one verdict: what digests that are left say of it, in any order', () => {
    fc.assert(
      fc.property(damages, fc.infiniteStream(fc.nat()), (damage, numbers) => {
        const gone = new Set([...damage.deleted, ...damage.digests.map((hour) => digestAt(hour))]);
        const left = found
          .filter(({ path }) => !gone.has(path))
          .map((file) => ({ file, rank: numbers.next().value ?? 0 }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ file }) => (damage.changed.includes(file.path) ? { ...file, md5: 'changed' } : file));
        const { files, digests, holes } = verifyEvidence({
          files: left.filter(({ digest }) => digest === undefined),
          digests: left.filter(({ digest }) => digest !== undefined),
          unread: [],
        });
        const verdicts = new Map(files.map(({ path, object, verdict }) => [path ?? object, verdict.kind]));
        assert.equal(verdicts.size, files.length);
        const expected = new Map<string, string>();
        for (const hour of hours)
          for (const path of [traceFileAt(hour), traceFileAt(hour, 1)]) {
            const isListed = !damage.digests.includes(hour);
            const isWrong = gone.has(path) || damage.changed.includes(path);
            if (isListed) expected.set(path, isWrong ? 'does-not-hold' : 'holds');
            else if (!gone.has(path)) expected.set(path, 'not-covered');
          }
        assert.deepEqual([...verdicts].sort(), [...expected].sort());
        assert.ok(digests.every(({ path, verdict }) => (path === undefined) === (verdict.kind !== 'holds')));
        assert.deepEqual(
          holes.map(({ from, to }) => [new Date(from).getUTCHours(), new Date(to).getUTCHours()]),
          holesAmong(hours.filter((hour) => !damage.digests.includes(hour))),
        );
      }),
      runs.parameters(300),
    );
  });
});

/** From the end of one digest to the beginning of the next. */
function holesAmong(left: readonly number[]): readonly (readonly number[])[] {
  return left.flatMap((hour, index) => {
    const before = left[index - 1];
    return before === undefined || hour === before + 1 ? [] : [[before + 1, hour]];
  });
}
