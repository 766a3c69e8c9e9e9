/**
 * Tests that run in a window of VS Code. A new one is a folder of tests and a row here.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} tests folder under test/vscode/ whose *.test.ts are run
 * @property {'node' | 'web'} [host] web: the web worker extension host, where dist/web.js runs; Node's where left out
 * @property {string} [workspace] folder or *.code-workspace under test/vscode/ that the window opens, a copy of it; none
 *   where left out
 * @property {readonly string[]} [extensions] folders under test/vscode/ with further extensions
 * @property {string} [locale] display language of the window, English where left out
 * @property {boolean} [trusted] false: the workspace trust of VS Code is on, and the folder is not trusted
 * @property {import('./server-install.mjs').ServerEdition} [edition] of VS Code, the current one where left out
 * @property {Record<string, unknown>} [settings] user settings
 * @property {number} [windows] how many windows run it one after another, 1 where left out
 */

const main = { tests: 'main', workspace: 'workspace' };
const virtual = { tests: 'virtual', workspace: 'virtual.code-workspace', extensions: ['memory-files'] };

/** @type {readonly Suite[]} what `npm test` runs in a real extension host */
export const suites = [
  { name: 'main', ...main },
  { name: 'oldest', edition: 'oldest', ...main },
  { name: 'web', host: 'web', ...main },
  { name: 'chinese', tests: 'chinese', workspace: 'workspace', locale: 'zh-cn' },
  { name: 'untrusted', tests: 'untrusted', workspace: 'untrusted/workspace', trusted: false },
  { name: 'folders', tests: 'folders', workspace: 'folders/both.code-workspace' },
  { name: 'virtual', ...virtual },
  { name: 'virtual-web', host: 'web', ...virtual },
];

/** Each window is fresh, so that the extension is loaded and activated for the first time in it. */
export const activationSuite = { name: 'activation', tests: 'activation', windows: 5 };

/** What `npm run bench` runs: how long the extension host is held by a large file. */
export const slicesSuite = { name: 'slices', tests: 'slices' };
