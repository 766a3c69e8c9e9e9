import path from 'node:path';
import { inProject, root } from '../project.mjs';
import { runMocha } from './mocha.mjs';

/**
 * Tests the packaged extension in a workbench in a real browser.
 *
 * @param {{ screenshots?: string | undefined }} [options] screenshots: folder for the README's screenshots
 */
export async function runUiTests({ screenshots = inProject('out/screenshots') } = {}) {
  const { buildUiTests } = await import('../../../esbuild.mjs');
  await buildUiTests();
  const env = { SCREENSHOTS: path.resolve(root, screenshots) };
  return runMocha('ui', { files: 'out/ui/**/*.test.mjs', env, timeout: 180_000, list: true });
}
