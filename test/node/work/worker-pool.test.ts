import assert from 'node:assert/strict';
import path from 'node:path';
import type { Input } from '../../../src/node/input/find-inputs';
import type { JobEvent } from '../../../src/node/work/job-event';
import { type PoolOptions, WorkerPool } from '../../../src/node/work/worker-pool';
import { folderWith, removeFolders } from '../../support/command';

/**
 * A worker that takes a moment for each file and gives out its name; `dies` ends it, after parts of it if the name goes on
 * with `late`.
 */
const worker = `
const { parentPort, workerData } = require('node:worker_threads');
const parts = (...names) => ({ kind: 'parts', parts: names });
const end = (kind) => ({ kind: 'end', report: { kind } });
let isDying = false;
parentPort.on('message', (message) => {
  if (message.kind !== 'batch' || isDying) return;
  const { id, inputs } = message.batch;
  let steps = [];
  const send = (duration) => {
    parentPort.postMessage({ batch: id, steps, duration });
    steps = [];
  };
  for (const [index, { kind, path }] of inputs.entries()) {
    Atomics.store(workerData.progress, 0, index);
    if (kind === 'abandoned') {
      steps.push(end('unreadable'));
      continue;
    }
    if (path.startsWith('long')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
    if (path === 'dies-late') {
      steps.push(parts(path));
      send();
      // What was posted is sent once the thread waits for the next message
      isDying = true;
      setTimeout(() => process.exit(3), 20);
      return;
    }
    if (path === 'dies') process.exit(3);
    steps.push(parts(path), end('traces'));
  }
  send(1);
});
`;

function fileNamed(name: string): Input {
  return { kind: 'file', path: name, location: name, isNamed: false };
}

/** The parts and the ends as text, in the order in which they come. */
async function run(
  names: readonly string[],
  size: number,
  options: Partial<PoolOptions> = {},
): Promise<readonly string[]> {
  const { signal } = new AbortController();
  const script = path.join(folderWith({ 'worker.cjs': worker }), 'worker.cjs');
  const spec = { kind: 'check', language: 'en', additions: [], levels: {}, window: undefined } as const;
  const pool = new WorkerPool({ script, spec, size, signal, ...options });
  const said: string[] = [];
  for await (const event of pool.run(names.map(fileNamed).values())) said.push(textOf(event));
  return said;
}

function textOf(event: JobEvent<unknown, unknown>): string {
  return event.kind === 'parts'
    ? `${event.input.path}: ${event.parts.join()}`
    : `${event.input.path} ${event.report.kind}`;
}

function expectedOf(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    if (name === 'dies') return ['dies unreadable'];
    if (name === 'dies-late') return ['dies-late: dies-late', 'dies-late unreadable'];
    return [`${name}: ${name}`, `${name} traces`];
  });
}

describe('a pool of worker threads', () => {
  after(removeFolders);

  const many = Array.from({ length: 700 }, (_, index) => `${index % 7 === 0 ? 'long' : 'short'}${index}`);

  for (const size of [1, 2, 5])
    it(`gives out events in the order of the inputs with ${size} threads`, async () => {
      assert.deepEqual(await run(many, size), expectedOf(many));
    }).timeout(20_000);

  for (const dying of ['dies', 'dies-late'])
    for (const at of [0, 1, 13, 699])
      it(`goes on with the rest if a thread ${dying} at file ${at}`, async () => {
        const names = many.with(at, dying);
        assert.deepEqual(await run(names, 2), expectedOf(names));
      }).timeout(20_000);

  it('survives that every thread dies over and over', async () => {
    const names = Array.from({ length: 20 }, (_, index) => (index % 3 === 0 ? `short${index}` : 'dies'));
    assert.deepEqual(await run(names, 2), expectedOf(names));
  }).timeout(20_000);

  it('starts threads anew that die between two files', async () => {
    const dying = worker.replace(
      '  send(1);',
      '  Atomics.store(workerData.progress, 0, -1);\n  send(1);\n  setTimeout(() => process.exit(3), 20);',
    );
    const script = path.join(folderWith({ 'worker.cjs': dying }), 'worker.cjs');
    const names = ['short1', 'short2', 'short3', 'short4'];
    assert.deepEqual(await run(names, 2, { script }), expectedOf(names));
  });

  it('fails if no thread can be started', async () => {
    const script = path.join(folderWith({ 'worker.cjs': 'process.exit(3)' }), 'worker.cjs');
    await assert.rejects(run(many, 2, { script }), /exit code 3/);
  });

  it('gives out nothing more once it is interrupted', async () => {
    assert.deepEqual(await run(many, 2, { signal: AbortSignal.abort() }), []);
  });

  it('takes no inputs', async () => {
    assert.deepEqual(await run([], 3), []);
  });
});
