import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { runCommandLine } from '../../src/node/run';
import { makeRecord } from './traces';

/** How long the command line takes for each of many small files, in milliseconds. */
export async function measureSmallFiles(count: number): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cts-trace-bench-'));
  for (let index = 0; index < count; index++)
    writeFileSync(path.join(folder, `${index}.json`), JSON.stringify(makeRecord(index)));
  const check = async (): Promise<number> => {
    const argv = ['node', 'cts-trace', 'check', folder];
    const start = performance.now();
    await runCommandLine({
      argv,
      env: {},
      stdin: new PassThrough(),
      stdout: sink(),
      stderr: sink(),
      ...inThisThread,
    });
    return performance.now() - start;
  };
  await check();
  const times = [await check(), await check(), await check()].sort((one, other) => one - other);
  rmSync(folder, { recursive: true });
  return (times[1] ?? Number.NaN) / count;
}

const inThisThread = { script: '', cores: 1, signal: new AbortController().signal };

function sink(): PassThrough {
  return new PassThrough().resume();
}
