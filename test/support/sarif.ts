import assert from 'node:assert/strict';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { type Answer, ctsTrace, type RunOptions } from './command';

// The schema has a pattern that is valid without Unicode only
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** The run in SARIF text, which has to be valid by the official schema. */
export function readSarif(text: string): Run {
  const log: Log = JSON.parse(text);
  assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)));
  const [run] = log.runs;
  assert.ok(run);
  return run;
}

/** Runs `check --format sarif`. */
export async function checkAsSarif(
  args: readonly string[],
  options: RunOptions = {},
): Promise<{ readonly run: Run; readonly results: readonly Result[]; readonly answer: Answer }> {
  const answer = await ctsTrace(['check', ...args, '--format', 'sarif'], options);
  const run = readSarif(answer.out);
  return { run, results: run.results ?? [], answer };
}
