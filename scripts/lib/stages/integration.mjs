import { readFile } from 'node:fs/promises';
import { sumOf } from '../results.mjs';
import { say, secondsOf } from '../say.mjs';
import { activationSuite, bucketSlicesSuite, slicesSuite, suites } from '../suites.mjs';
import { measurementsFile, runWindow } from '../window.mjs';

/** Upper limit for the median activation time, in milliseconds. */
const activationLimit = 20;

/**
 * Runs all suites, or the named ones, in the extension host of a real VS Code.
 *
 * @param {{ only?: readonly string[] | undefined }} [options]
 */
export async function runIntegrationTests({ only = suites.map(({ name }) => name) } = {}) {
  const unknown = only.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new Error(
      `Unknown suite ${unknown.join(', ')}; the suites are ${suites.map(({ name }) => name).join(', ')}`,
    );
  await build();
  const tallies = [];
  for (const suite of suites.filter(({ name }) => only.includes(name))) {
    const started = Date.now();
    tallies.push(await runWindow(suite));
    say(`Suite ${suite.name} took ${secondsOf(Date.now() - started)}`);
  }
  return sumOf(tallies);
}

/**
 * Activates the built extension in fresh windows and compares the median time with the limit. The times are measured by
 * VS Code's extension host and cover loading the bundle and calling `activate()`.
 */
export async function measureActivation() {
  await build();
  const { windows = 1 } = activationSuite;
  const tallies = [];
  /** @type {{ activation: number, features: number }[]} */
  const times = [];
  for (let window = 1; window <= windows; window++) {
    const name = `${activationSuite.name}-${window}`;
    tallies.push(await runWindow(activationSuite, name));
    times.push(...(await measurementsOf(name)));
  }
  const activation = times.map((time) => time.activation);
  const passed = times.length === windows && medianOf(activation) < activationLimit;
  say(`activate(): ${summaryOf(activation)}`);
  say(`Loading the features with the first trace file: ${summaryOf(times.map((time) => time.features))}`);
  if (!passed)
    console.log(`  ✖ activate() must be measured in ${windows} windows and stay below ${activationLimit} ms`);
  return sumOf([...tallies, { passed: passed ? 1 : 0, failed: passed ? 0 : 1 }]);
}

/**
 * Measures how long the extension host is blocked at a time while a large file is read and edited, in milliseconds.
 *
 * @returns {Promise<{ opening: number[], editing: number[] } | undefined>} `undefined` if it could not be measured
 */
export async function measureSlices() {
  await build();
  const { failed } = await runWindow(slicesSuite);
  if (failed > 0) return undefined;
  return JSON.parse(await readFile(measurementsFile(slicesSuite.name), 'utf8'));
}

/**
 * @typedef {object} BucketRound
 * @property {number} editor how long the check takes in the editor, in milliseconds
 * @property {number} commandLine likewise on the command line
 * @property {number} memory how much the extension host takes above idle at most, in bytes
 */

/**
 * Checks a bucket of 1,000 packed files several times, and measures how long the extension host is held at a time, and how long a
 * check goes on after it was cancelled, in milliseconds.
 *
 * @returns {Promise<{ slices: number[], rounds: BucketRound[], cancelled: number[] } | undefined>}
 */
export async function measureBucket() {
  await build();
  const { failed } = await runWindow(bucketSlicesSuite);
  if (failed > 0) return undefined;
  return JSON.parse(await readFile(measurementsFile(bucketSlicesSuite.name), 'utf8'));
}

async function build() {
  const { buildBundles, buildIntegrationTests } = await import('../../../esbuild.mjs');
  await buildBundles({ production: true });
  await buildIntegrationTests();
}

/**
 * @param {string} name
 * @returns {Promise<{ activation: number, features: number }[]>}
 */
async function measurementsOf(name) {
  try {
    return [JSON.parse(await readFile(measurementsFile(name), 'utf8'))];
  } catch {
    return [];
  }
}

/**
 * @param {readonly number[]} times
 */
function summaryOf(times) {
  return `median ${medianOf(times)} ms of ${times.length} windows (${times.join(', ')})`;
}

/**
 * @param {readonly number[]} numbers
 */
function medianOf(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
