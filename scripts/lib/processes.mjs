import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] defaults to the project folder
 * @property {NodeJS.ProcessEnv} [env] added to the environment of this process
 * @property {boolean} [quiet] returns the output instead of showing it
 * @property {readonly number[]} [accept] exit codes that count as success; defaults to 0
 */

/**
 * Runs a program and returns its exit code and, if quiet, its output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 * @throws {Error} if the program cannot start or exits with another code; the message includes the output
 */
export async function run(command, args, options = {}) {
  const { cwd = root, env = {}, quiet = false, accept = [0] } = options;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    // npm and code are .cmd scripts on Windows
    shell: process.platform === 'win32' && !path.isAbsolute(command),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  if (accept.includes(code)) return { code, output };
  throw new Error([`${path.basename(command)} exited with code ${code}`, output.trim()].join('\n').trim());
}

/**
 * Runs a script of a development dependency with this Node.
 *
 * @param {string} script path in node_modules
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(script, args, options) {
  return run(process.execPath, [path.join(root, 'node_modules', script), ...args], options);
}

/**
 * The path of a program on the PATH.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => suffixes.map((suffix) => path.join(folder, name + suffix)))
    .find((file) => isExecutable(file));
}

/**
 * @param {string} file
 */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether windows can be shown on this machine. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
