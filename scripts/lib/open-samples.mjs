import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { downloadEditor } from './editor.mjs';
import { findProgram, hasDisplay, run } from './processes.mjs';
import { inProject } from './project.mjs';
import { say } from './say.mjs';
import { addressOf, installExtension, startServer } from './server.mjs';
import { ensureServer } from './server-install.mjs';
import { packExtension } from './vsix.mjs';

/** The extension that opens the sample to start with. */
export const firstLook = inProject('scripts/lib/first-look');

/**
 * Opens a folder in the best available editor: `code` on the PATH, a downloaded VS Code, or the VS Code server in a
 * browser. The first two run the extension from this project; for the last it is packaged and installed.
 *
 * @param {string} folder
 */
export async function openSamples(folder) {
  if (!hasDisplay()) {
    say('No display: using the VS Code server from the npm registry');
    return openInBrowser(folder);
  }
  const installed = findProgram('code');
  if (installed) return openInstalled(installed, folder);
  const downloaded = await downloadEditor('stable');
  return downloaded ? openDownloaded(downloaded, folder) : openInBrowser(folder);
}

/**
 * @param {string} program
 * @param {string} folder
 */
async function openInstalled(program, folder) {
  say('Opening the samples in VS Code from the PATH');
  await run(program, ['--new-window', ...developedExtensions(), folder]);
}

/**
 * @param {string} program
 * @param {string} folder
 */
async function openDownloaded(program, folder) {
  say('Opening the samples in the downloaded VS Code; close its window to stop');
  const profile = ['user-data', 'extensions'].map(
    (name) => `--${name}-dir=${inProject('.vscode-test', name)}`,
  );
  const args = [...profile, '--disable-workspace-trust', ...developedExtensions(), folder];
  // VS Code does not start as root with its sandbox
  await run(program, process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args);
}

function developedExtensions() {
  return [inProject(), firstLook].map((extension) => `--extensionDevelopmentPath=${extension}`);
}

/**
 * Serves the workbench until Ctrl+C.
 *
 * @param {string} folder
 */
async function openInBrowser(folder) {
  const host = await ensureServer();
  const data = await mkdtemp(path.join(os.tmpdir(), 'cts-trace-lens-'));
  await installExtension({ host, data, vsix: await packExtension() });
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ host, data, token, extensions: [firstLook] });
  const address = addressOf(server, { folder, token });
  say(`Open ${address}`);
  say('It shows the samples with the extension installed; press Ctrl+C to stop');
  showInBrowser(address);
  await untilInterrupted(server.ended);
  await server.stop();
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * @param {string} address
 */
function showInBrowser(address) {
  const opener = hasDisplay() && findProgram('xdg-open');
  if (opener) spawn(opener, [address], { stdio: 'ignore', detached: true }).unref();
}

/**
 * @param {Promise<number>} ended
 */
async function untilInterrupted(ended) {
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
    ended.then(resolve);
  });
}
