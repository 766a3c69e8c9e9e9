import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { inProject } from '../project.mjs';
import { say } from '../say.mjs';
import { defaultStart, writeStoryBucket } from '../story-bucket/story-bucket.mjs';
import { timeInTurn, timeProcess } from './timed-process.mjs';

/** @typedef {import('./timed-process.mjs').Cost} Cost */

const cli = inProject('dist/cli.js');
const bare = inProject('scripts/lib/cli-bench/bare.mjs');
const node = process.execPath;
const times = 5;
const megabyte = 1_000_000;

/** The events of IMS, for a filter that asks a part of what `check` does. */
const jqFilter =
  '.[] | select(.service_type == "IMS") | select(.trace_name | IN("createImage","updateImage","deleteImage","copyImage","exportImage","addMember","updateMember","deleteMember","deleteMemeber","addTag","deleteTag","createTag","uploadImage","registerImage") | not) | .trace_id';

/**
 * Measures the command line.
 *
 * @param {{ isLarge: boolean }} options isLarge: also files of 1 and 4 GB
 * @returns {Promise<string>} tables in Markdown
 */
export async function measureCommandLine({ isLarge }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cts-trace-bench-'));
  try {
    const lines = [
      ...(await measureBucket(folder)),
      ...(await measureSmallFiles(folder)),
      ...(await measureMemory(folder, isLarge ? [200, 1000, 4000] : [200])),
      ...(await measureStart(folder)),
    ];
    return lines.join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} args */
function ctsTrace(...args) {
  return () => timeProcess(node, [cli, ...args]);
}

/** @param {string} folder */
async function measureBucket(folder) {
  say('Writing a bucket of 1,000 files');
  const bucket = path.join(folder, 'bucket');
  const options = { files: 1000, seed: 1, traces: 150, start: defaultStart, hasDigests: false };
  writeStoryBucket(bucket, options);
  // One file of it is cut off on purpose, which the yardstick cannot read
  spawnSync('sh', ['-c', `find . -name '*.gz' -exec sh -c 'gzip -t "$1" 2>/dev/null || rm "$1"' _ {} \\;`], {
    cwd: bucket,
  });
  say('Measuring the commands on it');
  const jq = spawnSync('jq', ['--version']).status === 0;
  const zcat = `find . -name '*.gz' -print0 | sort -z | xargs -0 zcat | jq -c '${jqFilter}'`;
  /** @type {Record<string, () => Promise<Cost>>} */
  const others = jq ? { 'zcat and jq': () => timeProcess('sh', ['-c', zcat], { cwd: bucket }) } : {};
  const programs = {
    bare: () => timeProcess(node, [bare, bucket, '1']),
    'bare, 2 threads': () => timeProcess(node, [bare, bucket, '2']),
    check: ctsTrace('check', bucket, '--jobs', '1'),
    'check, 2 threads': ctsTrace('check', bucket, '--jobs', '2'),
    summary: ctsTrace('summary', bucket, '--jobs', '1'),
    search: ctsTrace('search', bucket, '--failures', '--jobs', '1'),
    'search, all': ctsTrace('search', bucket, '--jobs', '1'),
  };
  const costs = await timeInTurn(programs, times);
  const otherCosts = await timeInTurn(others, 3);
  const { bare: one, 'bare, 2 threads': two, check } = costs;
  const rows = Object.entries({ ...costs, ...otherCosts }).map(([name, { time, memory }]) => {
    const yardstick = name.includes('2 threads') ? two : one;
    return [
      name,
      Math.round(time),
      (time / yardstick.time).toFixed(2),
      (time / check.time).toFixed(2),
      memoryText(memory),
    ];
  });
  return [
    `1,000 packed files of a bucket, some 200 MB of JSON; ${availableParallelism()} cores. The yardstick ("bare") unpacks and parses each file in Node and does nothing else, with as many threads.`,
    '',
    '| | ms | × bare | × check | memory, MB |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ];
}

/** @param {string} folder */
async function measureSmallFiles(folder) {
  const count = 100_000;
  say(`Writing ${count} files of 300 bytes`);
  const small = path.join(folder, 'small');
  for (let index = 0; index < count; index++) {
    const inside = path.join(small, String(index % 100));
    if (index < 100) mkdirSync(inside, { recursive: true });
    writeFileSync(path.join(inside, `${index}.json`), `${record(index, 0)}\n`);
  }
  const costs = await timeInTurn(
    { check: ctsTrace('check', small), 'one thread': ctsTrace('check', small, '--jobs', '1') },
    3,
  );
  rmSync(small, { recursive: true });
  /** @param {Cost} cost */
  const each = ({ time }) => (time / count).toFixed(3);
  return [
    `100,000 files of 300 bytes: ${each(costs.check)} ms a file, ${each(costs['one thread'])} ms with one thread; ${memoryText(costs.check.memory)} MB.`,
    '',
  ];
}

/**
 * @param {string} folder
 * @param {readonly number[]} sizes in MB
 */
async function measureMemory(folder, sizes) {
  /** @type {string[]} */
  const rows = [];
  for (const size of sizes) {
    say(`Measuring the memory with ${size} MB`);
    const file = path.join(folder, 'large.json');
    const traces = writeLarge(file, size);
    const asFile = await timeProcess(node, [cli, 'check', file]);
    const asInput = await timeProcess(node, [cli, 'check', '-'], { input: file });
    const limit = 300 + (24 * traces) / megabyte;
    rows.push(
      `| ${[`${size} MB`, traces, memoryText(asFile.memory), memoryText(asInput.memory), Math.round(limit), (asFile.time / 1000).toFixed(1)].join(' | ')} |`,
    );
    rmSync(file);
  }
  return [
    'The largest resident size for one file, an array on one line, in MB; the goal is 300 MB and 24 bytes a trace:',
    '',
    '| size | traces | as a file | on standard input | goal | seconds |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

/** @param {string} folder */
async function measureStart(folder) {
  say('Measuring the start');
  const file = path.join(folder, 'one.json');
  writeFileSync(file, record(1, 0));
  const costs = await timeInTurn(
    { nothing: () => timeProcess(node, ['-e', '0']), check: ctsTrace('check', file) },
    15,
  );
  const ratio = (costs.check.time / costs.nothing.time).toFixed(2);
  return [
    `One small file: ${Math.round(costs.check.time)} ms, ${ratio} × the ${Math.round(costs.nothing.time)} ms in which Node starts and ends (\`node -e 0\`).`,
  ];
}

/**
 * @param {string} file
 * @param {number} size in MB
 * @returns how many traces it has
 */
function writeLarge(file, size) {
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, '[');
  let count = 0;
  while (count === 0 || statSync(file).size < size * megabyte) {
    const records = Array.from({ length: 2000 }, (_, index) => record(count + index, 700));
    writeSync(descriptor, `${count === 0 ? '' : ','}${records.join(',')}`);
    count += records.length;
  }
  writeSync(descriptor, ']');
  closeSync(descriptor);
  return count;
}

/**
 * @param {number} number
 * @param {number} padding how long a text in it is
 */
function record(number, padding) {
  const time = 1_780_000_000_000 + number;
  return JSON.stringify({
    time,
    user: JSON.stringify({ name: 'mei', id: 'u1', domain: { name: 'example', id: 'd1' } }),
    ...(padding > 0 ? { response: 'x'.repeat(padding) } : {}),
    service_type: 'IMS',
    resource_type: 'ims',
    trace_name: 'createImage',
    trace_rating: 'normal',
    trace_type: 'ConsoleAction',
    trace_id: `${(number % 2 ** 32).toString(16).padStart(8, '0')}-5a00-41f1-9c1e-00155d00a1b2`,
  });
}

/** @param {number | undefined} memory */
function memoryText(memory) {
  return memory === undefined ? '?' : String(Math.round(memory));
}
