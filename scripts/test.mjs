/**
 * Runs the tests, all of them or the named stages, installing first what they need.
 *
 * Usage: node scripts/test.mjs [types] [lint] [unit] [package] [integration] [activation] [ui]
 *   [--suite NAME]… [--screenshots FOLDER]
 */
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { oneFailed, sumOf } from './lib/results.mjs';
import { messageOf, say, secondsOf } from './lib/say.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { screenshots: { type: 'string' }, suite: { type: 'string', multiple: true } },
});

/**
 * @typedef {object} Stage
 * @property {string} title
 * @property {() => Promise<import('./lib/results.mjs').Tally>} run
 */

/** @type {Record<string, Stage>} */
const stages = {
  types: {
    title: 'Checking the types (tsc)',
    run: async () => (await import('./lib/stages/static.mjs')).checkTypes(),
  },
  lint: {
    title: 'Checking lint rules and format (biome)',
    run: async () => (await import('./lib/stages/static.mjs')).checkStyle(),
  },
  unit: {
    title: 'Running the unit tests (mocha)',
    run: async () => (await import('./lib/stages/mocha.mjs')).runUnitTests(),
  },
  package: {
    title: 'Packing the extension (vsce)',
    run: async () => (await import('./lib/stages/package.mjs')).packForTests(),
  },
  integration: {
    title: 'Running the integration tests in a real VS Code',
    run: async () =>
      (await import('./lib/stages/integration.mjs')).runIntegrationTests({ only: values.suite }),
  },
  activation: {
    title: 'Measuring activate() in fresh windows',
    run: async () => (await import('./lib/stages/integration.mjs')).measureActivation(),
  },
  ui: {
    title: 'Running the UI tests in a real browser',
    run: async () => (await import('./lib/stages/ui.mjs')).runUiTests({ screenshots: values.screenshots }),
  },
};

/**
 * A stage that breaks, or that counts nothing, has failed.
 *
 * @param {Stage} stage
 */
async function runStage({ title, run }) {
  say(title);
  const started = Date.now();
  const tally = await run().catch((error) => {
    console.log(`  ✖ ${messageOf(error)}`);
    return oneFailed;
  });
  const counted = tally.passed + tally.failed > 0 ? tally : oneFailed;
  console.log(`  ${counted.passed} passed, ${counted.failed} failed in ${secondsOf(Date.now() - started)}`);
  return counted;
}

const names = positionals.length > 0 ? positionals : Object.keys(stages);
const tallies = [];
try {
  await ensureDependencies();
  for (const name of names) {
    const stage = stages[name];
    if (!stage)
      throw new Error(`There is no stage "${name}"; the stages are ${Object.keys(stages).join(', ')}`);
    tallies.push(await runStage(stage));
  }
} catch (error) {
  console.log(messageOf(error));
  tallies.push(oneFailed);
}
const { passed, failed } = sumOf(tallies);
console.log(`${passed} passed, ${failed} failed`);
// Whatever a library has left open must not keep the run from ending
process.exit(failed > 0 ? 1 : 0);
