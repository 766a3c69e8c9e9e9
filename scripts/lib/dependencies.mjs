import { readFile } from 'node:fs/promises';
import { run } from './processes.mjs';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

/**
 * Installs the development dependencies if node_modules is missing or does not match package-lock.json. Uses only Node
 * and npm, so that it can run first on a fresh clone.
 */
export async function ensureDependencies() {
  if (await isInstalled()) return;
  say('Installing the development dependencies (npm ci)');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { quiet: true });
}

async function isInstalled() {
  const locked = await packagesIn('package-lock.json');
  // The lock file that npm writes for what it installed
  const installed = await packagesIn('node_modules/.package-lock.json');
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([location, { version, optional }]) => {
    const existing = installed[location];
    // Optional packages for other platforms are not installed
    return location === '' || (existing ? existing.version === version : optional === true);
  });
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }> | undefined>}
 */
async function packagesIn(file) {
  try {
    return JSON.parse(await readFile(inProject(file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
