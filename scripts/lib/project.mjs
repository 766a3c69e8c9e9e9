import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder, independent of the working directory. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Resolves a path in the project.
 *
 * @param {...string} parts
 */
export function inProject(...parts) {
  return path.join(root, ...parts);
}

/**
 * @param {string} [file] defaults to the project's package.json
 * @returns {Promise<{ name: string, publisher: string, version: string }>}
 */
export async function readManifest(file = inProject('package.json')) {
  return JSON.parse(await readFile(file, 'utf8'));
}
