import { spawn } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';

/**
 * @typedef {object} Cost
 * @property {number} time in milliseconds
 * @property {number | undefined} memory the largest resident size, in MB; `undefined` where it cannot be found out
 */

/** How often the memory of a process is read, in milliseconds. The system keeps the largest value itself. */
const interval = 5;

/**
 * Runs a program to its end; what it prints is thrown away.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, input?: string }} [options] input: a file to be read as standard input
 * @returns {Promise<Cost>}
 */
export function timeProcess(command, args, { cwd, input } = {}) {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'ignore'],
  });
  if (input !== undefined && child.stdin !== null) {
    child.stdin.on('error', () => {});
    createReadStream(input, { highWaterMark: 1024 * 1024 }).pipe(child.stdin);
  }
  /** @type {number | undefined} */
  let memory;
  const watch = setInterval(() => {
    memory = findPeak(child.pid) ?? memory;
  }, interval);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      clearInterval(watch);
      resolve({ time: performance.now() - started, memory });
    });
  });
}

/**
 * The largest resident size of a process so far, in MB: what Linux says in /proc.
 *
 * @param {number | undefined} pid
 */
function findPeak(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/**
 * Runs programs in turn, over and over, and takes the median of each: so that whatever else the machine does meets all
 * of them.
 *
 * @template {string} Name
 * @param {Readonly<Record<Name, () => Promise<Cost>>>} programs
 * @param {number} times
 * @returns {Promise<Record<Name, Cost>>}
 */
export async function timeInTurn(programs, times) {
  const names = /** @type {Name[]} */ (Object.keys(programs));
  /** @type {Map<Name, Cost[]>} */
  const costs = new Map(names.map((name) => [name, []]));
  for (let turn = 0; turn < times; turn++)
    for (const name of names) costs.get(name)?.push(await programs[name]());
  return /** @type {Record<Name, Cost>} */ (
    Object.fromEntries(names.map((name) => [name, medianOf(costs.get(name) ?? [])]))
  );
}

/**
 * @param {readonly Cost[]} costs
 * @returns {Cost}
 */
function medianOf(costs) {
  const times = costs.map(({ time }) => time).sort((one, other) => one - other);
  const peaks = costs.flatMap(({ memory }) => memory ?? []);
  return {
    time: times[Math.floor(times.length / 2)] ?? Number.NaN,
    memory: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
}
