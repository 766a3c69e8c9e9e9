import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { modulesIn, parseCode } from './modules.mjs';

/**
 * A folder of src, as the table in docs/architecture.md has it.
 *
 * @typedef {object} Room
 * @property {string} name folder under src, or `src` itself
 * @property {readonly string[]} may rooms and packages it may import; a trailing `/*` covers every room below
 */

/**
 * An import that leaves its room.
 *
 * @typedef {object} Import
 * @property {string} from the room of the file
 * @property {string} to the room imported from, or a package
 * @property {string} file under src
 * @property {string} module as the file names it
 */

/**
 * The rooms in the order of the table, which is from the ground up. Paths here are relative to the project, since this
 * file is bundled into the unit tests, where `import.meta.url` is not that of this file.
 */
export function readRooms() {
  const text = readFileSync('docs/architecture.md', 'utf8');
  const rows = text.split('\n').filter((line) => /^\| `[\w/.-]+` \|.*\|.*\|.*\|$/.test(line));
  return rows.map((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    return { name: namesIn(cells[1])[0] ?? '', may: namesIn(cells[4]) };
  });
}

/** @param {string | undefined} cell */
function namesIn(cell = '') {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

/** Every file under src and the imports that leave its room. */
export function readSources() {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => name.split(path.sep).join('/')).filter((name) => name.endsWith('.ts'));
  return files.sort().map(readSource);
}

/** @param {string} file */
function readSource(file) {
  const room = roomOf(file);
  const program = parseCode(file, readFileSync(path.join('src', file), 'utf8'));
  const imports = modulesIn(program)
    .map((module) => ({ from: room, to: targetOf(file, module), file, module }))
    .filter(({ to }) => to !== room);
  return { file, room, imports };
}

/** @param {string} file */
function roomOf(file) {
  const folder = path.posix.dirname(file);
  return folder === '.' ? 'src' : folder;
}

/**
 * @param {string} file
 * @param {string} module
 */
function targetOf(file, module) {
  if (module.startsWith('node:')) return 'node:*';
  // The package has the name of a room
  if (module === 'vscode') return 'vscode API';
  if (!module.startsWith('.')) return module;
  return roomOf(path.posix.join(path.posix.dirname(file), module));
}

/**
 * Whether what a room may import covers what it does.
 *
 * @param {string} allowed
 * @param {string} to
 */
export function covers(allowed, to) {
  return allowed === to || (allowed.endsWith('/*') && to.startsWith(allowed.slice(0, -1)));
}
