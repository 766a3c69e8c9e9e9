import assert from 'node:assert/strict';
import type { CopyJob } from '../../../src/core/copies/compare-copies';
import { CopyFinder } from '../../../src/core/copies/copy-finder';
import { ByteReader } from '../../../src/core/input/byte-reader';
import { EvidenceReader } from '../../../src/core/input/evidence-reader';
import { portableInflateHost } from '../../../src/core/input/portable-inflate';
import { readEvidence } from '../../../src/core/input/read-evidence';
import { CheckJob } from '../../../src/core/jobs/check-job';
import type { FileReport, ItemJob } from '../../../src/core/jobs/item-job';
import { runOnItems } from '../../../src/core/jobs/run-items';
import { json, validTrace } from '../../support/command';
import { builtInCatalog, english } from '../../support/harness';

interface MemoryFile {
  readonly path: string;
  readonly text: string;
}

/** Traces, a line each; only their ids count. */
function fileOf(path: string, ids: readonly number[], note = ''): MemoryFile {
  const traces = ids.map((id) =>
    json({ ...validTrace, trace_id: `ad165000-c5f7-11f0-9c1e-${String(id).padStart(12, '0')}`, note }),
  );
  return { path, text: `${traces.join('\n')}\n` };
}

/** How many files are open. */
let open = 0;

async function* steps<Part, Result>(
  { text }: MemoryFile,
  job: ItemJob<Part, Result>,
): AsyncGenerator<readonly Part[], FileReport<Result>> {
  open++;
  try {
    const reader = new EvidenceReader({ isLineDelimited: true });
    const lines = text.split(/(?<=\n)/).map((line) => new TextEncoder().encode(line));
    const options = { reader, host: portableInflateHost };
    const problemOf = (error: unknown) => ({ kind: 'fault', error: String(error) }) as const;
    return yield* runOnItems({ reader, steps: readEvidence(new ByteReader(lines), options), problemOf }, job);
  } finally {
    open--;
  }
}

async function reportOf(file: MemoryFile) {
  const settings = { localizer: english, catalog: builtInCatalog, levels: {} };
  const run = steps(file, new CheckJob(file.path, settings, undefined));
  for (;;) {
    const step = await run.next();
    if (step.done) return step.value;
  }
}

/** The messages on copies, as `path:line: message`. */
async function copiesIn(files: readonly MemoryFile[], maxHeldLength: number): Promise<readonly string[]> {
  const finder = new CopyFinder<MemoryFile>({
    localizer: english,
    maxCompared: 1000,
    maxHeldLength,
    isWanted: () => true,
    read: (file: MemoryFile, job: CopyJob) => steps(file, job),
  });
  const found: string[] = [];
  for (const file of files) {
    const added = finder.add(file, await reportOf(file), { levels: {}, isMeant: () => true });
    for await (const findings of added)
      for (const { start, message } of findings) found.push(`${file.path}:${start.line + 1}: ${message}`);
  }
  return found;
}

describe('copies of traces in several files', () => {
  it('are all found, and no file is left open, however few first copies can be held', async () => {
    const first = fileOf('a.jsonl', [1, 2, 3, 4, 5]);
    const others = [fileOf('b.jsonl', [9, 5, 4, 1]), fileOf('c.jsonl', [2, 8, 3], 'changed')];
    const wanted = await copiesIn([first, ...others], 1_000_000);
    assert.equal(wanted.length, 5);
    assert.equal(open, 0);
    for (const maxHeldLength of [1, first.text.length / 3]) {
      const found = await copiesIn([first, ...others], maxHeldLength);
      assert.deepEqual([...found].sort(), [...wanted].sort());
      assert.equal(open, 0);
    }
  });
});
