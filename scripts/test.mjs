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
 * @typedef {object} Outcome
 * @property {string} name
 * @property {import('./lib/results.mjs').Tally} tally
 * @property {number} time in milliseconds
 */

/**
 * A stage that breaks, or that counts nothing, has failed.
 *
 * @param {string} name
 * @param {Stage} stage
 * @returns {Promise<Outcome>}
 */
async function runStage(name, { title, run }) {
  say(title);
  const started = Date.now();
  const tally = await run().catch((error) => {
    console.log(`  ✖ ${messageOf(error)}`);
    return oneFailed;
  });
  const time = Date.now() - started;
  const counted = tally.passed + tally.failed > 0 ? tally : oneFailed;
  console.log(`  ${counted.passed} passed, ${counted.failed} failed in ${secondsOf(time)}`);
  return { name, tally: counted, time };
}

/**
 * Where the time went, a line for each stage.
 *
 * @param {readonly Outcome[]} outcomes
 */
function showOutcomes(outcomes) {
  say(`The stages took ${secondsOf(outcomes.reduce((sum, { time }) => sum + time, 0))}`);
  for (const { name, tally, time } of outcomes) {
    const columns = [name.padEnd(11), secondsOf(time).padStart(9), `${tally.passed}`.padStart(6)];
    console.log(`  ${columns.join(' ')} passed, ${tally.failed} failed`);
  }
}

const names = positionals.length > 0 ? positionals : Object.keys(stages);
/** @type {Outcome[]} */
const outcomes = [];
try {
  await ensureDependencies();
  for (const name of names) {
    const stage = stages[name];
    if (!stage)
      throw new Error(`There is no stage "${name}"; the stages are ${Object.keys(stages).join(', ')}`);
    outcomes.push(await runStage(name, stage));
  }
} catch (error) {
  console.log(messageOf(error));
  outcomes.push({ name: 'this script', tally: oneFailed, time: 0 });
}
if (outcomes.length > 1) showOutcomes(outcomes);
const { passed, failed } = sumOf(outcomes.map(({ tally }) => tally));
console.log(`${passed} passed, ${failed} failed`);
// Exits explicitly: a library may have left handles open
process.exit(failed > 0 ? 1 : 0);
