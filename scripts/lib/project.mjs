import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever the command was started. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The absolute path of something in the project.
 *
 * @param {...string} parts
 */
export function inProject(...parts) {
  return path.join(root, ...parts);
}

/**
 * @param {string} [file] the project's own package.json where left out
 * @returns {Promise<{ name: string, publisher: string, version: string }>} what it says
 */
export async function readManifest(file = inProject('package.json')) {
  return JSON.parse(await readFile(file, 'utf8'));
}
