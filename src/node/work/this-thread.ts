import type { ItemJob } from '../../core/jobs/item-job';
import type { Input } from '../input/find-inputs';
import type { StandardInput } from '../input/standard-input';
import type { JobEvent } from './job-event';
import { runJob } from './run-job';
import { Turns } from './turns';

/** Runs a job on inputs in this thread, one after another. */
export async function* runInThisThread<Part, Result>(
  inputs: Iterable<Input>,
  makeJob: (input: Input) => ItemJob<Part, Result>,
  { stdin, signal }: { readonly stdin: StandardInput; readonly signal: AbortSignal },
): AsyncGenerator<JobEvent<Part, Result>> {
  const turns = new Turns();
  // Standard input may keep it waiting for ever
  signal.addEventListener('abort', () => stdin.close(), { once: true });
  for (const input of inputs) {
    const steps = runJob(input, makeJob, stdin);
    for (;;) {
      await turns.pause();
      const step = await steps.next();
      if (signal.aborted) return;
      if (step.done) {
        yield { kind: 'end', input, report: step.value };
        break;
      }
      yield { kind: 'parts', input, parts: step.value };
    }
  }
}
