/**
 * Prints, from the folder of the project, the imports between the rooms of src, from the ground up: the level of each room, what it imports and in how many
 * places. Imports that the table in docs/architecture.md does not allow, that go up or in a circle are marked; there should
 * be none.
 *
 * Usage: node scripts/imports.mjs [--files]
 *   --files  name the files, too
 */
import { covers, readRooms, readSources } from './lib/rooms.mjs';

const showsFiles = process.argv.includes('--files');
const rooms = readRooms();
const sources = readSources();
const imports = sources.flatMap((source) => source.imports);
const order = rooms.map(({ name }) => name);
let wrong = 0;

/** @type {Map<string, number>} */
const levels = new Map();
for (const { name, may } of rooms) {
  const own = imports.filter(({ from }) => from === name);
  const targets = [...new Set(own.map(({ to }) => to))].sort();
  const below = targets.map((to) => levels.get(to) ?? -1);
  levels.set(name, Math.max(-1, ...below) + 1);
  const files = sources.filter(({ room }) => room === name).length;
  console.log(`${name}  (level ${levels.get(name)}, ${files} files)`);
  for (const to of targets) {
    const faults = faultsOf(name, may, to);
    wrong += faults.length;
    const edges = own.filter((edge) => edge.to === to);
    console.log(`  ${to}  ${edges.length}${faults.map((fault) => `  ✖ ${fault}`).join('')}`);
    if (showsFiles) for (const { file, module } of edges) console.log(`    ${file}  →  ${module}`);
  }
}
for (const { file, room } of sources)
  if (!order.includes(room)) {
    wrong++;
    console.log(`✖ ${file} lies in no room of the table`);
  }
console.log(
  `${rooms.length} rooms on ${Math.max(...levels.values()) + 1} levels, ${imports.length} imports between them and to packages, ${wrong} wrong`,
);
process.exitCode = wrong > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {readonly string[]} may
 * @param {string} to
 */
function faultsOf(name, may, to) {
  const faults = [];
  if (!may.some((allowed) => covers(allowed, to))) faults.push('not allowed');
  // Rooms above in the table are below in the house: an import of a later one goes up, and any circle has one
  if (order.indexOf(to) > order.indexOf(name)) faults.push('goes up');
  return faults;
}
