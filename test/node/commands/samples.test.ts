import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ctsTrace, type JsonFile, root } from '../../support/command';

/** Published traces that are not part of the project; each file name starts with a number. */
const samples = path.resolve(root, '../shared/samples');
const isThere = existsSync(samples);
const tracesByNumber: Readonly<Record<string, number>> = { '07': 2, '08': 2, '17': 3, '36': 0 };

describe(
  isThere ? 'published samples' : 'published samples (skipped: ../shared/samples does not exist)',
  () => {
    before(function () {
      if (!isThere) this.skip();
    });

    it('have the expected kind and number of traces', async () => {
      const { out } = await ctsTrace(['check', samples, '--format', 'json']);
      const files: readonly JsonFile[] = JSON.parse(out).files;
      const expected = readdirSync(samples)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map(
          (name) =>
            `${name} ${name.startsWith('36-') ? 'digest' : 'traces'} ${tracesByNumber[name.slice(0, 2)] ?? 1}`,
        );
      assert.deepEqual(
        files.map((file) => `${path.basename(file.path)} ${file.kind} ${file.traces}`),
        expected,
      );
    });
  },
);
