import { mkdir, readFile, rm } from 'node:fs/promises';
import { inProject } from './project.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ fullTitle: string, duration?: number, err: { message?: string, stack?: string } }} TestResult
 * @typedef {{ passes: TestResult[], failures: TestResult[], pending: TestResult[] }} Results as written by Mocha's JSON reporter
 */

/** @type {Tally} */
export const onePassed = { passed: 1, failed: 0 };

/** @type {Tally} */
export const oneFailed = { passed: 0, failed: 1 };

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  };
}

/**
 * The results file of a run; deletes that of an earlier one.
 *
 * @param {string} name
 */
export async function resultsFile(name) {
  await mkdir(inProject('out/results'), { recursive: true });
  const file = inProject('out/results', `${name}.json`);
  await rm(file, { force: true });
  return file;
}

/**
 * Reads and prints Mocha's results. A missing file or one without tests counts as one failure: a run that died or ran
 * nothing has not passed.
 *
 * @param {string} file
 * @param {{ list?: boolean, name: string }} options list: print passed tests too
 * @returns {Promise<Tally>}
 */
export async function showResults(file, { list = false, name }) {
  const results = await readResults(file);
  if (!results) {
    console.log(`  ${name}: no results were written, the run died`);
    return oneFailed;
  }
  if (list)
    for (const pass of results.passes) console.log(`  ✔ ${pass.fullTitle} (${pass.duration ?? 0} ms)`);
  for (const skipped of results.pending) console.log(`  - ${skipped.fullTitle} (skipped)`);
  for (const failure of results.failures) showFailure(failure);
  const tally = { passed: results.passes.length, failed: results.failures.length };
  if (tally.passed + tally.failed > 0) return tally;
  console.log(`  ${name}: no test ran`);
  return oneFailed;
}

/**
 * @param {TestResult} failure
 */
function showFailure({ fullTitle, err }) {
  const detail = err.stack ?? err.message ?? 'no message';
  console.log(`  ✖ ${fullTitle}\n${detail.replace(/^/gm, '      ')}`);
}

/**
 * @param {string} file
 * @returns {Promise<Results | undefined>}
 */
async function readResults(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
