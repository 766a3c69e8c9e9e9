import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findEditor } from '../editor.mjs';
import { hasDisplay } from '../processes.mjs';
import { inProject } from '../project.mjs';
import { showResults, sumOf } from '../results.mjs';
import { messageOf, say } from '../say.mjs';
import { quietSettings } from '../server.mjs';
import { activationSuite, slicesSuite, suites } from '../suites.mjs';
import { resultsFile } from './mocha.mjs';

/** @typedef {import('../suites.mjs').Suite} Suite */
/** @typedef {import('../editor.mjs').Editor} Editor */

/** What the median of the times has to stay below, in milliseconds. */
const activationLimit = 20;

/** Every suite in the extension host of a real VS Code. */
export async function runIntegrationTests() {
  await build();
  const tallies = [];
  for (const suite of suites) tallies.push(await runWindow(suite, suite.name));
  return sumOf(tallies);
}

/**
 * Activates the built extension in fresh windows and holds the median of the times against the limit. The times are
 * those that VS Code's extension host takes itself, of loading the bundle and of calling `activate()`.
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
    console.log(
      `  ✖ activate() has to be measured in ${windows} windows and stay below ${activationLimit} ms`,
    );
  return sumOf([...tallies, { passed: passed ? 1 : 0, failed: passed ? 0 : 1 }]);
}

/**
 * How long the extension host is held while a large file is read and edited, in milliseconds.
 *
 * @returns {Promise<{ opening: number[], editing: number[] } | undefined>} `undefined` where it could not be measured
 */
export async function measureSlices() {
  await build();
  const { failed } = await runWindow(slicesSuite, slicesSuite.name);
  if (failed > 0) return undefined;
  return JSON.parse(await readFile(measurementsFile(slicesSuite.name), 'utf8'));
}

async function build() {
  const { buildBundles, buildIntegrationTests } = await import('../../../esbuild.mjs');
  await buildBundles({ production: true });
  await buildIntegrationTests();
}

/**
 * Runs a suite in one window of its own: fresh user data, a fresh copy of the workspace.
 *
 * @param {Suite} suite
 * @param {string} name of the results
 * @returns {Promise<import('../results.mjs').Tally>}
 */
async function runWindow(suite, name) {
  const editor = await findEditor(suite);
  if (!editor) {
    say(`Suite ${name} is left out: it needs the VS Code server, which runs on Linux x64 only`);
    return { passed: 0, failed: 0 };
  }
  say(`Suite ${name} in ${nameOf(editor)}`);
  const results = await resultsFile(name);
  await rm(measurementsFile(name), { force: true });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cts-trace-lens-'));
  const { runTests } = await import('@vscode/test-electron');
  try {
    await runTests({
      ...programOf(editor),
      extensionDevelopmentPath: inProject(),
      extensionTestsPath: inProject('out/vscode/run.js'),
      launchArgs: [...programOf(editor).launchArgs, ...(await windowArguments(suite, folder))],
      extensionTestsEnv: {
        TEST_FOLDER: inProject('out/vscode', suite.tests),
        TEST_RESULTS: results,
        TEST_MEASUREMENTS: measurementsFile(name),
        ...(editor.kind === 'server' ? { VSCODE_SHIM_HOST: editor.host } : {}),
        ...(suite.trusted === false ? { VSCODE_SHIM_TRUST: 'ask' } : {}),
      },
    });
  } catch (error) {
    console.log(`  ${name}: ${messageOf(error)}`);
    const tally = await showResults(results, { name, list: true });
    return tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return showResults(results, { name, list: true });
}

/**
 * @param {Suite} suite
 * @param {string} folder
 */
async function windowArguments({ workspace, locale, trusted, settings }, folder) {
  const userData = path.join(folder, 'user-data');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  const trust = trusted === false ? { 'security.workspace.trust.startupPrompt': 'never' } : {};
  const userSettings = { ...quietSettings, ...trust, ...settings };
  await writeFile(path.join(userData, 'User/settings.json'), JSON.stringify(userSettings));
  const args = [`--user-data-dir=${userData}`, `--extensions-dir=${path.join(folder, 'extensions')}`];
  if (locale) args.push(`--locale=${locale}`);
  if (!workspace) return args;
  const copy = path.join(folder, 'workspace');
  await cp(inProject('test/vscode', workspace), copy, { recursive: true });
  return [copy, ...args];
}

/**
 * @param {Editor} editor
 * @returns {{ vscodeExecutablePath: string, launchArgs: string[] }}
 */
function programOf(editor) {
  if (editor.kind === 'server') {
    return { vscodeExecutablePath: inProject('scripts/vscode-shim.mjs'), launchArgs: [] };
  }
  if (hasDisplay()) return { vscodeExecutablePath: editor.program, launchArgs: [] };
  return { vscodeExecutablePath: 'xvfb-run', launchArgs: ['-a', editor.program] };
}

/**
 * @param {Editor} editor
 */
function nameOf(editor) {
  return editor.kind === 'desktop' ? 'desktop VS Code' : 'the VS Code server, opened in a headless browser';
}

/**
 * @param {string} name
 */
function measurementsFile(name) {
  return inProject('out/results', `${name}-measurements.json`);
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
