import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './processes.mjs';

/**
 * Settings for tests and demos: no welcome pages, no telemetry or updates, no chat, and nothing is saved unasked, as it is
 * in a browser by default.
 */
export const quietSettings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} ServerOptions
 * @property {string} host folder returned by {@link import('./server-install.mjs').ensureServer}
 * @property {string} data folder for everything the server writes
 * @property {Record<string, unknown>} [settings] in addition to {@link quietSettings}
 * @property {boolean} [trusted] whether folders are trusted without asking; defaults to true
 * @property {readonly string[]} [extensions] folders of extensions to add to the built-in ones
 * @property {boolean} [drivenByTests] whether the workbench accepts a test run in its URL
 * @property {string} [token] without it, anyone who can reach the port has access
 */

/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:port`
 * @property {Promise<number>} ended resolves to the exit code
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a VS Code server on the loopback interface and waits until it responds.
 *
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  await writeSettings(options.data, { ...quietSettings, ...options.settings });
  const port = await freePort();
  const args = serverArguments({ ...options, builtIn: await builtInExtensions(options) }, port);
  const child = spawn(path.join(options.host, 'node'), args, {
    // The server puts its sockets there, so they are deleted with the data
    env: { ...process.env, XDG_RUNTIME_DIR: options.data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(path.join(options.data, 'server.log'));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const stop = async () => {
    child.kill('SIGTERM');
    if ((await Promise.race([ended, sleep(3000, 'late', { ref: false })])) === 'late') child.kill('SIGKILL');
    await ended;
  };
  const origin = `http://127.0.0.1:${port}`;
  const failed = ended.then((code) => `it exited with code ${code}`);
  const problem = await Promise.race([failed, untilResponding(`${origin}/version`)]);
  if (!problem) return { origin, ended, stop };
  await stop();
  throw new Error(`The VS Code server did not start: ${problem}; see ${log.path}`);
}

/**
 * The URL of a workbench, with a folder or workspace if given.
 *
 * @param {Server} server
 * @param {{ folder?: string | undefined, payload?: readonly (readonly [string, string])[], token?: string }} [what]
 */
export function addressOf(server, { folder, payload, token } = {}) {
  const query = new URLSearchParams();
  if (token) query.set('tkn', token);
  if (folder) query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  else query.set('ew', 'true');
  if (payload) query.set('payload', JSON.stringify(payload));
  return `${server.origin}/?${query}`;
}

/**
 * Installs a VSIX into the data folder of a server.
 *
 * @param {{ host: string, data: string, vsix: string }} options
 */
export async function installExtension({ host, data, vsix }) {
  const entry = path.join(host, 'vscode/out/server-main.js');
  const args = [
    entry,
    '--accept-server-license-terms',
    '--server-data-dir',
    data,
    '--install-extension',
    vsix,
  ];
  await run(path.join(host, 'node'), args, { quiet: true });
}

/**
 * The folder from which the server loads built-in extensions.
 *
 * @param {ServerOptions} options
 */
async function builtInExtensions({ host, data, extensions = [] }) {
  const own = path.join(host, 'builtin');
  if (extensions.length === 0) return own;
  const folder = path.join(data, 'builtin');
  await mkdir(folder, { recursive: true });
  const all = [...(await readdir(own)).map((name) => path.join(own, name)), ...extensions];
  for (const extension of all) await symlink(extension, path.join(folder, path.basename(extension)));
  return folder;
}

/**
 * @param {ServerOptions & { builtIn: string }} options
 * @param {number} port
 */
function serverArguments({ host, data, builtIn, trusted = true, drivenByTests = false, token }, port) {
  return [
    path.join(host, 'vscode/out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'],
    ...['--server-data-dir', data, '--builtin-extensions-dir', builtIn],
    ...['--disable-telemetry', '--disable-experiments', '--disable-getting-started-override'],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...(drivenByTests ? ['--enable-smoke-test-driver'] : []),
  ];
}

/**
 * @param {string} data
 * @param {Record<string, unknown>} settings
 */
async function writeSettings(data, settings) {
  for (const kind of ['Machine', 'User']) {
    const folder = path.join(data, 'data', kind);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * @param {string} address
 * @returns {Promise<string | undefined>} why it does not respond; `undefined` if it does
 */
async function untilResponding(address) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (await responds(address)) return undefined;
    await sleep(50);
  }
  return 'no response within 60 s';
}

/**
 * @param {string} address
 * @returns {Promise<boolean>}
 */
function responds(address) {
  return new Promise((resolve) => {
    const request = http.get(address, (response) => {
      response.resume();
      resolve(response.statusCode === 200 || response.statusCode === 403);
    });
    request.once('error', () => resolve(false));
  });
}
