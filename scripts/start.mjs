/**
 * Builds the extension, checks the sample workspace in the terminal, and opens it in a real editor with the extension.
 *
 * Usage: node scripts/start.mjs [--check-only]
 */
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { run } from './lib/processes.mjs';
import { inProject } from './lib/project.mjs';
import { messageOf, say } from './lib/say.mjs';

/** Exit codes of a completed check: without and with findings. */
const completedExitCodes = [0, 1];

async function start() {
  const { values } = parseArgs({ options: { 'check-only': { type: 'boolean', default: false } } });
  await ensureDependencies();
  const { buildBundles } = await import('../esbuild.mjs');
  say('Building the bundles into dist/');
  await buildBundles({ production: true });
  say('Checking the sample workspace (cts-trace check samples)');
  await run(process.execPath, [inProject('dist/cli.js'), 'check', 'samples'], { accept: completedExitCodes });
  say('These findings are meant: samples/README.md says what each file is there to show');
  if (values['check-only']) return;
  const { openSamples } = await import('./lib/open-samples.mjs');
  await openSamples(inProject('samples'));
}

start().catch((error) => {
  console.error(messageOf(error));
  process.exit(1);
});
