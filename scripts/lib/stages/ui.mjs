import path from 'node:path';
import { inProject, root } from '../project.mjs';
import { runMocha } from './mocha.mjs';

/**
 * The packed extension in the workbench of a real browser.
 *
 * @param {{ screenshots?: string | undefined }} [options] the folder for the pictures of the README
 */
export async function runUiTests({ screenshots = inProject('out/screenshots') } = {}) {
  const { buildUiTests } = await import('../../../esbuild.mjs');
  await buildUiTests();
  const env = { SCREENSHOTS: path.resolve(root, screenshots) };
  return runMocha('ui', { files: 'out/ui/**/*.test.mjs', env, timeout: 180_000, list: true });
}
