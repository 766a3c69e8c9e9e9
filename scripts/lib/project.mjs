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
 * @returns {Promise<{ name: string, publisher: string, version: string }>} what package.json says
 */
export async function readManifest() {
  return JSON.parse(await readFile(inProject('package.json'), 'utf8'));
}
