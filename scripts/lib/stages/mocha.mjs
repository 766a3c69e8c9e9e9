import { runTool } from '../processes.mjs';
import { resultsFile, showResults } from '../results.mjs';

/** Runs the unit tests in this Node; some of them load the bundles. */
export async function runUnitTests() {
  const { buildBundles, buildUnitTests } = await import('../../../esbuild.mjs');
  await Promise.all([buildBundles({ production: true }), buildUnitTests()]);
  return runMocha('unit', { files: 'out/unit/**/*.test.js' });
}

/**
 * Runs Mocha over built tests and counts the results that it writes to out/results/.
 *
 * @param {string} name
 * @param {{ files: string, env?: NodeJS.ProcessEnv, timeout?: number, list?: boolean }} options
 */
export async function runMocha(name, { files, env = {}, timeout = 20_000, list = false }) {
  const results = await resultsFile(name);
  const args = [
    '--reporter',
    'json',
    '--reporter-option',
    `output=${results}`,
    '--timeout',
    `${timeout}`,
    files,
  ];
  // The exit code is the number of failures; the results file is what counts
  const accept = Array.from({ length: 256 }, (_, code) => code);
  await runTool('mocha/bin/mocha.js', args, {
    env: { ...env, NODE_OPTIONS: '--enable-source-maps' },
    accept,
  });
  return showResults(results, { name, list });
}
