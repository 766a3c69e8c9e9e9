import type { PlacedFinding } from '../../core/check/placed-finding';
import type { CopyJob } from '../../core/copies/compare-copies';
import type { Input } from '../input/find-inputs';
import type { StandardInput } from '../input/standard-input';
import { runJob } from './run-job';
import { Turns } from './turns';

/** Runs a job on an input that has been read before. */
export async function* readAgain(
  input: Input,
  job: CopyJob,
  stdin: StandardInput,
): AsyncGenerator<readonly PlacedFinding[]> {
  const turns = new Turns();
  for await (const parts of runJob(input, () => job, stdin)) {
    await turns.pause();
    yield parts;
  }
}
