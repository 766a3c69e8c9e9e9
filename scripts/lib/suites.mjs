import { writeFaultyFiles } from './faulty-files.mjs';

/**
 * Tests that run in a VS Code window. To add a suite, add a folder of tests and a row here.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} tests folder under test/vscode/ whose *.test.ts files are run
 * @property {'node' | 'web'} [host] extension host; web: the web worker, which runs dist/web.js. Defaults to node
 * @property {string} [workspace] folder or *.code-workspace under test/vscode/; the window opens a copy of it
 * @property {(folder: string) => Promise<void>} [prepare] adds to the copy of the top folder of the workspace
 * @property {readonly string[]} [extensions] folders of other extensions under test/vscode/
 * @property {string} [locale] display language of the window; defaults to English
 * @property {boolean} [trusted] false: workspace trust is on and the folder is not trusted
 * @property {import('./server-install.mjs').ServerEdition} [edition] of VS Code; defaults to the current one
 * @property {Record<string, unknown>} [settings] user settings
 * @property {number} [windows] how many windows run it, one after another; defaults to 1
 */

const main = { tests: 'main', workspace: 'workspace' };
const packed = { tests: 'packed', workspace: 'workspace', extensions: ['memory-files'] };
const virtual = { tests: 'virtual', workspace: 'virtual.code-workspace', extensions: ['memory-files'] };

const accepted = { tests: 'accepted', workspace: 'bucket/workspace' };
const bucket = {
  tests: 'bucket',
  workspace: 'bucket/workspace',
  prepare: writeFaultyFiles,
  extensions: ['memory-files'],
};

/** @type {readonly Suite[]} run by `npm test` in a real extension host */
export const suites = [
  { name: 'main', ...main },
  { name: 'oldest', edition: 'oldest', ...main },
  { name: 'web', host: 'web', ...main },
  { name: 'packed', ...packed },
  { name: 'packed-oldest', edition: 'oldest', ...packed },
  { name: 'packed-web', host: 'web', ...packed },
  { name: 'chinese', tests: 'chinese', workspace: 'workspace', locale: 'zh-cn' },
  { name: 'untrusted', tests: 'untrusted', workspace: 'untrusted/workspace', trusted: false },
  { name: 'folders', tests: 'folders', workspace: 'folders/both.code-workspace' },
  { name: 'restored', tests: 'restored', workspace: 'workspace' },
  { name: 'bucket', ...bucket },
  { name: 'bucket-web', host: 'web', ...bucket },
  { name: 'accepted', ...accepted },
  { name: 'accepted-web', host: 'web', ...accepted },
  { name: 'accepted-start', tests: 'accepted-start', workspace: 'accepted-start/workspace' },
  { name: 'virtual', ...virtual },
  { name: 'virtual-web', host: 'web', ...virtual },
];

/** Every window is fresh, so the extension is loaded and activated for the first time in each. */
export const activationSuite = { name: 'activation', tests: 'activation', windows: 5 };

/** Run by `npm run bench`: what the check of a bucket of 1,000 packed files costs the extension host. */
export const bucketSlicesSuite = { name: 'bucket-slices', tests: 'bucket-slices' };

/**
 * Run by `npm run bench`: how long a large file blocks the extension host. The file is saved after edits, since the editor
 * makes backups of a large file that is not, in the same process, and those would be measured as well.
 */
export const slicesSuite = {
  name: 'slices',
  tests: 'slices',
  settings: { 'files.autoSave': 'afterDelay' },
};
