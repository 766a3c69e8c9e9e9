/**
 * Benchmarks the engine against JSON.parse and the JSON language service, and measures how long the extension host is
 * blocked. Installs the dependencies first if needed.
 *
 * Usage: node scripts/bench.mjs [--json FILE] [--update] [--profile] [--shapes] [--bucket] [--folder] [--cli [--large]]
 *   --json FILE  writes the results to a file
 *   --update     updates the tables in docs/performance.md
 *   --profile    profiles a full check instead of measuring
 *   --shapes     prints the table of shapes only
 *   --bucket     prints the figures for files of a bucket only
 *   --folder     measures the check of a folder in the editor only
 *   --cli        measures the command line only
 *   --large      with files of 1 and 4 GB
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { run } from './lib/processes.mjs';
import { inProject } from './lib/project.mjs';
import { say } from './lib/say.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    update: { type: 'boolean' },
    profile: { type: 'boolean' },
    shapes: { type: 'boolean' },
    bucket: { type: 'boolean' },
    folder: { type: 'boolean' },
    cli: { type: 'boolean' },
    large: { type: 'boolean' },
  },
});
const page = inProject('docs/performance.md');
const marker = '<!-- measured: the rest is written by npm run bench -- --update -->';
const cliMarkerTexts = [
  '<!-- measured: written by npm run bench -- --cli --large --update -->',
  '<!-- end of what is measured by --cli -->',
];
const cliMarkers = new RegExp(`(${cliMarkerTexts[0]}[^]*${cliMarkerTexts[1]})`);

await ensureDependencies();
if (values.cli) {
  await benchCommandLine();
  process.exit();
}
if (values.folder) {
  await benchFolder();
  process.exit();
}
const { buildBenchmark } = await import('../esbuild.mjs');
await buildBenchmark();
for (const mode of /** @type {const} */ (['profile', 'shapes', 'bucket'])) {
  if (!values[mode]) continue;
  await run(process.execPath, [inProject('out/bench/main.cjs'), `--${mode}`]);
  process.exit();
}
await mkdir(inProject('out/results'), { recursive: true });
const file = inProject('out/results/bench.json');
say('Measuring the engine; this takes a few minutes');
await run(process.execPath, ['--expose-gc', inProject('out/bench/main.cjs'), '--json', file]);
const { table, ...figures } = JSON.parse(await readFile(file, 'utf8'));
say('Measuring how long the extension host is blocked');
const { measureSlices } = await import('./lib/stages/integration.mjs');
const slices = await measureSlices();
const text = [table, '', ...slicesTable(slices)].join('\n');
console.log(`\n${text}`);
if (values.json) await writeFile(values.json, `${JSON.stringify({ ...figures, slices }, null, 2)}\n`);
if (values.update) {
  const [head = ''] = (await readFile(page, 'utf8')).split(marker);
  await writeFile(page, `${head}${marker}\n\n${text}\n`);
  say('Updated docs/performance.md');
}

async function benchCommandLine() {
  const { buildBundles } = await import('../esbuild.mjs');
  await buildBundles({ production: true });
  const { measureCommandLine } = await import('./lib/cli-bench/cli-bench.mjs');
  const text = await measureCommandLine({ isLarge: values.large === true });
  console.log(`\n${text}`);
  if (!values.update) return;
  const [before = '', , after = ''] = (await readFile(page, 'utf8')).split(cliMarkers);
  const [begin, end] = cliMarkerTexts;
  await writeFile(page, `${before}${begin}\n\n${text}\n\n${end}${after}`);
  say('Updated docs/performance.md');
}

async function benchFolder() {
  const { measureBucket } = await import('./lib/stages/integration.mjs');
  const measured = await measureBucket();
  if (measured === undefined) return;
  const { rounds, slices, cancelled } = measured;
  const median = (/** @type {(round: (typeof rounds)[number]) => number} */ of) =>
    percentileOf(rounds.map(of), 0.5);
  const seconds = (/** @type {number} */ time) => `${(time / 1000).toFixed(1)} s`;
  console.log(`Checking 1,000 packed files, medians of ${rounds.length} rounds:`);
  console.log(`  in the editor: ${seconds(median(({ editor }) => editor))}`);
  console.log(`  on the command line: ${seconds(median(({ commandLine }) => commandLine))}`);
  console.log(`  ratio: ${median(({ editor, commandLine }) => editor / commandLine).toFixed(2)}`);
  console.log(`Memory above idle: ${rounds.map(({ memory }) => (memory / 1e6).toFixed(0)).join(', ')} MB`);
  const held = [0.5, 0.99, 1].map((share) => percentileOf(slices, share).toFixed(1));
  console.log(
    `Extension host held at a time, in ms: ${held[0]}, 99th percentile ${held[1]}, longest ${held[2]}`,
  );
  console.log(
    `Going on after it was cancelled, in ms: ${cancelled.map((time) => time.toFixed(1)).join(', ')}`,
  );
}

/**
 * @param {{ opening: number[], editing: number[] } | undefined} slices
 */
function slicesTable(slices) {
  if (slices === undefined) return ['The extension host could not be measured here.'];
  const rows = Object.entries({ 'opening the file': slices.opening, 'editing it': slices.editing });
  return [
    'How long the extension host is held at a time by a file of 47 MB, in ms:',
    '',
    '| | times | median | 99th percentile | longest |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(([name, times]) => {
      const parts = [0.5, 0.99, 1].map((share) => percentileOf(times, share).toFixed(1));
      return `| ${[name, times.length, ...parts].join(' | ')} |`;
    }),
  ];
}

/**
 * @param {readonly number[]} times
 * @param {number} share from 0 to 1
 */
function percentileOf(times, share) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
