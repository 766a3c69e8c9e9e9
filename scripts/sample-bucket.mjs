/**
 * Writes a bucket that tells a story, in the names, the layout and the form that CTS uses: a guessed password, a sign-in
 * without MFA, a tracker changed, an image made, shared, copied, exported and deleted, with everyday traces around it. One
 * file is missing, one is cut off, one is altered, and the digests prove it. The same numbers give the same bucket. What
 * is to be found in it is printed as JSON.
 *
 * Usage: npm run sample-bucket -- --files N [--seed S] [--out DIR] [--traces T] [--recent] [--no-digests]
 *   --files N      trace files, at least 12; digests come on top
 *   --seed S       another seed gives other everyday traces (default: 1)
 *   --out DIR      where to (default: out/sample-bucket); has to be empty or not there yet
 *   --traces T     traces in a file (default: 150, so that 1,000 files are some 200 MB of JSON)
 *   --recent       the story ends now, so that --last finds something; without it, its times are always the same
 *   --no-digests   leaves out the digests
 */
import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inProject } from './lib/project.mjs';
import { hour, hoursOf } from './lib/story-bucket/deliveries.mjs';
import { defaultTraces, writeStoryBucket } from './lib/story-bucket/story-bucket.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: inProject('out/sample-bucket') },
    traces: { type: 'string', default: String(defaultTraces) },
    recent: { type: 'boolean', default: false },
    digests: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
if (existsSync(values.out) && readdirSync(values.out).length > 0)
  throw new Error(`${values.out} is not empty`);
const files = Number(values.files);
const manifest = writeStoryBucket(values.out, {
  files,
  seed: Number(values.seed),
  traces: Number(values.traces),
  hasDigests: values.digests,
  ...(values.recent && { start: Date.now() - hoursOf(files) * hour }),
});
const { answers, ...rest } = manifest;
const counts = Object.fromEntries(Object.entries(answers).map(([name, ids]) => [name, ids.length]));
console.log(JSON.stringify({ ...rest, answers: counts }, null, 2));
