/**
 * Generates the shipped catalog, src/core/catalog/rows/services.txt, from catalog/events.json.
 *
 * Usage: npm run catalog
 */
import { readFile, writeFile } from 'node:fs/promises';
import { toCompactCatalog } from './lib/compact-catalog.mjs';
import { inProject } from './lib/project.mjs';
import { say } from './lib/say.mjs';

const target = 'src/core/catalog/rows/services.txt';
const collected = JSON.parse(await readFile(inProject('catalog/events.json'), 'utf8'));
const compact = toCompactCatalog(collected);
await writeFile(inProject(target), compact);
say(`Generated ${target}: ${compact.length} characters`);
