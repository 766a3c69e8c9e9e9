import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Input } from '../input/find-inputs';
import type { StandardInput } from '../input/standard-input';
import type { ItemJob, JobEvent } from './item-job';
import { runJob } from './run-job';

/** How long this thread may work before it looks at signals, in milliseconds. */
const turnLength = 50;

/** Runs a job on inputs in this thread, one after another. */
export async function* runInThisThread<Part, Result>(
  inputs: Iterable<Input>,
  makeJob: (input: Input) => ItemJob<Part, Result>,
  { stdin, signal }: { readonly stdin: StandardInput; readonly signal: AbortSignal },
): AsyncGenerator<JobEvent<Part, Result>> {
  let turnStart = performance.now();
  const interruption = interruptionOf(signal);
  for (const input of inputs) {
    const steps = runJob(input, makeJob, stdin);
    for (;;) {
      if (performance.now() - turnStart > turnLength) {
        await nextTurn();
        turnStart = performance.now();
      }
      // Standard input may keep it waiting for ever
      const step = await Promise.race([steps.next(), interruption]);
      if (step === undefined || signal.aborted) {
        stdin.close();
        return;
      }
      if (step.done) {
        yield { kind: 'end', input, report: step.value };
        break;
      }
      yield { kind: 'parts', input, parts: step.value };
    }
  }
}

/** Is kept when the run is interrupted. */
function interruptionOf(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
