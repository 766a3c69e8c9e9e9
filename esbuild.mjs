/**
 * Builds the bundles into dist/ and the tests into out/.
 *
 * Usage: node esbuild.mjs [--production] [--watch] [--tests]
 */
import { chmod, copyFile, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { bundleEngine, engineBanner, takeFromEngine } from './scripts/lib/shared-engine.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

/** Development dependencies that are bundled, in the tests too. */
const bundledDependencies = ['commander', 'get-east-asian-width', 'jsonc-parser', 'pako'];

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  format: 'cjs',
  // Documentation that a bundle quotes
  loader: { '.md': 'text' },
  logLevel: 'warning',
  // The `main` file of jsonc-parser is UMD, which builds but fails to load in a bundle
  mainFields: ['module', 'main'],
  platform: 'node',
  target: 'node20',
};

/** @returns {Promise<readonly esbuild.BuildOptions[]>} */
async function bundles() {
  const engine = await bundleEngine('src/worker.ts', { ...common, minify: true });
  const ofThread = `import { engine } from './src/node/editor/shared-engine';`;
  return [
    { entryPoints: ['src/desktop.ts'], outfile: 'dist/desktop.js', external: ['vscode', './web'] },
    {
      entryPoints: ['src/web.ts'],
      outfile: 'dist/web.js',
      external: ['vscode'],
      platform: 'browser',
      target: 'es2022',
      banner: engineBanner(engine),
      plugins: [takeFromEngine(engine)],
    },
    {
      entryPoints: ['src/worker.ts'],
      outfile: 'dist/worker.js',
      plugins: [takeFromEngine(engine, ofThread)],
    },
    { entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  ];
}

/**
 * Builds dist/desktop.js, dist/web.js and dist/worker.js, which it loads on demand, and dist/cli.js.
 *
 * @param {{ production: boolean }} options production: minify, no source maps
 */
export async function buildBundles({ production }) {
  const all = await bundles();
  await Promise.all(all.map((bundle) => esbuild.build(bundleOptions(bundle, production))));
  await chmod(path.join(root, 'dist/cli.js'), 0o755);
}

/** Builds the unit, integration and UI tests into out/unit, out/vscode and out/ui. */
export async function buildTests() {
  await Promise.all([buildUnitTests(), buildIntegrationTests(), buildUiTests()]);
}

/** `vscode` is not external here, so a unit test that imports it, even indirectly, fails to build. */
export async function buildUnitTests() {
  const tests = await filesEndingIn('.test.ts', 'test', ['test/vscode', 'test/ui', 'test/corpus']);
  const entryPoints = ['test/network/preload.ts', ...tests];
  await buildInto('out/unit', { entryPoints, outbase: 'test', external: await testLibraries() });
}

/** Builds the benchmark into out/bench/main.cjs. */
export async function buildBenchmark() {
  const outfile = path.join(root, 'out/bench/main.cjs');
  await esbuild.build({ ...common, entryPoints: ['test/bench/main.ts'], outfile });
}

/** Builds the random tests into out/fuzz/main.cjs. */
export async function buildFuzzing() {
  const outfile = path.join(root, 'out/fuzz/main.cjs');
  await esbuild.build({ ...common, entryPoints: ['test/fuzz/main.ts'], outfile });
}

export async function buildIntegrationTests() {
  const tests = await filesEndingIn('.test.ts', 'test/vscode');
  const extensions = await filesEndingIn('/extension.ts', 'test/vscode');
  const entryPoints = ['test/vscode/run.ts', ...extensions, ...tests];
  const external = ['vscode', ...(await testLibraries())];
  await buildInto('out/vscode', { entryPoints, outbase: 'test/vscode', external });
  for (const folder of extensions.map((file) => path.posix.dirname(file)))
    await copyFile(
      path.join(root, folder, 'package.json'),
      path.join(root, `out${folder.slice(4)}`, 'package.json'),
    );
}

/**
 * Builds a folder of test/vscode/ into one file for the web worker extension host. Tests that need Node end in
 * `.node.test.ts` and are left out.
 *
 * @param {{ tests: string, outfile: string, results: string }} options results: path of the results file in the project
 */
export async function buildWebTests({ tests, outfile, results }) {
  const folders = ['test/vscode/web', `test/vscode/${tests}`];
  const files = (await Promise.all(folders.map((folder) => filesEndingIn('.test.ts', folder)))).flat();
  const contents = [
    `import { runTests } from './test/vscode/web/run';`,
    ...files.filter((file) => !file.endsWith('.node.test.ts')).map((file) => `import './${file}';`),
    `export const run = () => runTests(${JSON.stringify(results)});`,
  ].join('\n');
  await esbuild.build({
    ...common,
    // Mocha's browser build overwrites `module.exports`: as an IIFE the bundle keeps its exports, and the footer restores
    // them
    format: 'iife',
    globalName: 'tests',
    footer: { js: 'module.exports = tests;' },
    stdin: { contents, resolveDir: root },
    outfile,
    external: ['vscode'],
    platform: 'browser',
    target: 'es2022',
    alias: { 'node:assert': './test/vscode/web/assert.ts', 'node:util': './test/vscode/web/util.ts' },
  });
}

export async function buildUiTests() {
  const entryPoints = await filesEndingIn('.test.ts', 'test/ui');
  // Not bundled: the scripts locate the project by their own path. The imports resolve because out/ui is as deep as
  // test/ui
  const external = ['../../scripts/*', ...(await testLibraries())];
  const outExtension = { '.js': '.mjs' };
  await buildInto('out/ui', { entryPoints, outbase: 'test/ui', external, format: 'esm', outExtension });
}

/**
 * @param {string} outdir
 * @param {esbuild.BuildOptions} options
 */
async function buildInto(outdir, options) {
  await rm(path.join(root, outdir), { recursive: true, force: true });
  await esbuild.build({ ...common, sourcemap: 'inline', outdir, ...options });
}

/**
 * @param {esbuild.BuildOptions} bundle
 * @param {boolean} production
 * @returns {esbuild.BuildOptions}
 */
function bundleOptions(bundle, production) {
  return { ...common, minify: production, sourcemap: !production, ...bundle };
}

async function testLibraries() {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  return Object.keys(manifest.devDependencies).filter((name) => !bundledDependencies.includes(name));
}

/**
 * @param {string} suffix
 * @param {string} folder
 * @param {readonly string[]} excluded folders
 */
async function filesEndingIn(suffix, folder, excluded = []) {
  const names = await readdir(path.join(root, folder), { recursive: true });
  const files = names.map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
  return files
    .filter((file) => file.endsWith(suffix) && !excluded.some((other) => file.startsWith(`${other}/`)))
    .sort();
}

async function watch() {
  for (const bundle of await bundles()) {
    const context = await esbuild.context({ ...bundleOptions(bundle, false), logLevel: 'info' });
    await context.watch();
  }
  console.log('Watching src/ for changes; press Ctrl+C to stop');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--watch')) await watch();
  else if (process.argv.includes('--tests')) await buildTests();
  else await buildBundles({ production: process.argv.includes('--production') });
}
