import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { StreamedItem } from '../../../src/core/file/record-stream';
import type { FileReport, ItemJob } from '../../../src/core/jobs/item-job';
import type { Input } from '../../../src/node/input/find-inputs';
import { StandardInput } from '../../../src/node/input/standard-input';
import { runJob } from '../../../src/node/work/run-job';
import { folderWith, json, removeFolders, validTrace } from '../../support/command';

function fileAt(location: string): Input {
  return { kind: 'file', path: 'a.json', location, isNamed: true };
}

/** Runs a job that gives out the offset of each item, and calls back before. */
async function run(
  input: Input,
  before: (item: StreamedItem) => void = () => {},
): Promise<readonly [offsets: readonly number[], report: FileReport<string>]> {
  const job: ItemJob<number, string> = {
    add: (item) => {
      before(item);
      return item.kind === 'trace' ? [item.start] : [];
    },
    end: () => [],
    result: () => 'done',
  };
  const steps = runJob(input, () => job, new StandardInput(Readable.from([])));
  const offsets: number[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done) return [offsets, step.value];
    offsets.push(...step.value);
  }
}

describe('a job on a file', () => {
  after(removeFolders);

  it('says that a file has vanished since it was found', async () => {
    const [offsets, report] = await run(fileAt(path.join(folderWith({}), 'gone.json')));
    assert.deepEqual(
      [offsets, report.kind, report.problems],
      [[], 'unreadable', [{ kind: 'system', code: 'ENOENT' }]],
    );
  });

  it('reads what is appended to a large file while it is read', async () => {
    const one = json({ ...validTrace, message: 'x'.repeat(3_000_000) });
    const folder = folderWith({ 'a.jsonl': `${one}\n${one}\n` });
    const file = path.join(folder, 'a.jsonl');
    let isAppended = false;
    const [offsets, report] = await run(fileAt(file), () => {
      if (!isAppended) writeFileSync(file, json(validTrace), { flag: 'a' });
      isAppended = true;
    });
    assert.deepEqual(offsets, [0, one.length + 1, 2 * (one.length + 1)]);
    assert.deepEqual([report.traces, report.problems], [3, []]);
  });

  it('reads what is left of a large file that shrinks while it is read', async () => {
    const one = json({ ...validTrace, message: 'x'.repeat(3_000_000) });
    const file = path.join(folderWith({ 'a.jsonl': `${one}\n${one}\n${one}` }), 'a.jsonl');
    const [offsets, report] = await run(fileAt(file), () => writeFileSync(file, ''));
    // The second one is cut off
    assert.deepEqual(offsets, [0, one.length + 1]);
    assert.deepEqual([report.kind, report.problems], ['traces', []]);
  });

  it('counts what was read before the job fails, and says so', async () => {
    const folder = folderWith({ 'a.json': json(validTrace, validTrace, validTrace) });
    const [offsets, report] = await run(fileAt(path.join(folder, 'a.json')), ({ number }) => {
      if (number === 2) throw new Error('no third one');
    });
    assert.deepEqual(offsets.slice(0, 2), [1, json(validTrace).length + 2]);
    assert.deepEqual(report.problems, [{ kind: 'fault', error: 'Error: no third one' }]);
    assert.equal(report.kind, 'traces');
  });

  it('gives out what it made of each piece, so that it can be interrupted', async () => {
    const text = `${json({ ...validTrace, message: 'x'.repeat(10_000) })}\n`.repeat(400);
    const location = path.join(folderWith({ 'a.jsonl': text }), 'a.jsonl');
    const add = ({ number }: StreamedItem) => [number];
    const job: ItemJob<number, undefined> = { add, end: () => [], result: () => undefined };
    const lengths: number[] = [];
    for await (const parts of runJob(fileAt(location), () => job, new StandardInput(Readable.from([]))))
      lengths.push(parts.length);
    assert.ok(lengths.length >= 4, `${lengths}`);
    assert.ok(Math.max(...lengths) < 120, `${lengths}`);
    assert.ok(lengths.reduce((sum, length) => sum + length) >= 400);
  });
});
