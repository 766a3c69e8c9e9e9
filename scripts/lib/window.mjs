import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findEditor } from './editor.mjs';
import { hasDisplay } from './processes.mjs';
import { inProject, readManifest, root } from './project.mjs';
import { resultsFile, showResults } from './results.mjs';
import { messageOf, say } from './say.mjs';
import { quietSettings } from './server.mjs';

/** @typedef {import('./suites.mjs').Suite} Suite */
/** @typedef {import('./editor.mjs').Editor} Editor */

/**
 * Runs a suite in its own window, with fresh user data and a fresh copy of the workspace.
 *
 * @param {Suite} suite
 * @param {string} [name] of the results; defaults to that of the suite
 * @returns {Promise<import('./results.mjs').Tally>}
 */
export async function runWindow(suite, name = suite.name) {
  const editor = await findEditor(suite);
  if (!editor) {
    say(`Suite ${name} skipped: it needs the VS Code server, which runs on Linux x64 only`);
    return { passed: 0, failed: 0 };
  }
  say(`Suite ${name} in ${nameOf(editor, suite)}`);
  const results = await resultsFile(name);
  await rm(measurementsFile(name), { force: true });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cts-trace-lens-'));
  const { runTests } = await import('@vscode/test-electron');
  try {
    await runTests({
      ...programOf(editor),
      extensionDevelopmentPath: extensionFolders(suite),
      extensionTestsPath: await testsFile(suite, results),
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
 * The file to which a window writes its measurements.
 *
 * @param {string} name of the results
 */
export function measurementsFile(name) {
  return inProject('out/results', `${name}-measurements.json`);
}

/**
 * The folders of this extension and the other extensions of the suite.
 *
 * @param {Suite} suite
 */
function extensionFolders({ extensions = [] }) {
  return [root, ...extensions.map((name) => inProject('out/vscode', name))];
}

/**
 * The test runner for the extension host: in Node it finds the tests through environment variables; for a web worker,
 * which loads only one file, the tests are bundled with it.
 *
 * @param {Suite} suite
 * @param {string} results
 */
async function testsFile({ host, name, tests }, results) {
  if (host !== 'web') return inProject('out/vscode/run.js');
  const { buildWebTests } = await import('../../esbuild.mjs');
  const outfile = inProject('out/vscode-web', `${name}.js`);
  await buildWebTests({ tests, outfile, results: path.relative(root, results).split(path.sep).join('/') });
  return outfile;
}

/**
 * @param {Suite} suite
 * @param {string} folder
 */
async function windowArguments(suite, folder) {
  const { workspace, locale, prepare } = suite;
  const userData = path.join(folder, 'user-data');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await writeFile(path.join(userData, 'User/settings.json'), JSON.stringify(await userSettings(suite)));
  const args = [`--user-data-dir=${userData}`, `--extensions-dir=${path.join(folder, 'extensions')}`];
  if (locale) args.push(`--locale=${locale}`);
  if (!workspace) return args;
  // The whole top folder, since a .code-workspace file refers to folders next to it
  const [topFolder = ''] = workspace.split('/');
  await cp(inProject('test/vscode', topFolder), path.join(folder, topFolder), { recursive: true });
  await prepare?.(path.join(folder, topFolder));
  return [path.join(folder, workspace), ...args];
}

/**
 * @param {Suite} suite
 */
async function userSettings({ host, trusted, settings, ...suite }) {
  const trust = trusted === false ? { 'security.workspace.trust.startupPrompt': 'never' } : {};
  const files = extensionFolders(suite).map((folder) => path.join(folder, 'package.json'));
  const ids = (await Promise.all(files.map(readManifest))).map(
    ({ publisher, name }) => `${publisher}.${name}`,
  );
  const inWorker = { 'remote.extensionKind': Object.fromEntries(ids.map((id) => [id, ['web']])) };
  return { ...quietSettings, ...trust, ...(host === 'web' ? inWorker : {}), ...settings };
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
 * @param {Suite} suite
 */
function nameOf(editor, { host, edition }) {
  const program =
    editor.kind === 'desktop' ? 'desktop VS Code' : 'the VS Code server, opened in a headless browser';
  const where = host === 'web' ? ', in the web worker extension host' : '';
  return `${program}${edition === 'oldest' ? ', oldest edition' : ''}${where}`;
}
