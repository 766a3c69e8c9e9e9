/**
 * Runs the random tests longer than `npm test` does, each with new seeds: damaged texts, edits against reading from scratch,
 * and credentials in random wrappings. Fails if one of them does.
 *
 * Usage: node scripts/fuzz.mjs [--minutes N] [--seed S] [--kind damaged-texts|edits|credentials]
 *   --minutes N  for how long altogether; 3 by default
 *   --seed S     where to begin, to repeat a failure
 *   --kind K     only one of them
 */
import { spawnSync } from 'node:child_process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inProject } from './lib/project.mjs';

await ensureDependencies();
const { buildFuzzing } = await import('../esbuild.mjs');
await buildFuzzing();
const program = inProject('out/fuzz/main.cjs');
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
