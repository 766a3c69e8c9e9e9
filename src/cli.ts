import { availableParallelism } from 'node:os';
import { runCommandLine } from './node/run';
import { jobMakerOf } from './node/work/job-spec';
import { isWorker, serve } from './node/work/worker';

if (isWorker()) serve(jobMakerOf);
else void main();

async function main(): Promise<void> {
  const interruption = new AbortController();
  // A second time, the system ends the program
  process.once('SIGINT', () => interruption.abort());
  const exitCode = await runCommandLine({
    argv: process.argv,
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    script: __filename,
    cores: availableParallelism(),
    signal: interruption.signal,
  });
  // Not process.exit(), which could lose output that is still being written
  process.exitCode = exitCode;
}
