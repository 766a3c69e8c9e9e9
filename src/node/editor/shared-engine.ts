import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

/**
 * Modules of the engine in dist/web.js, by their paths in the project. The build of dist/worker.js puts them in place of copies of
 * its own, see `scripts/lib/shared-engine.mjs`.
 */
export const engine = loadEngine(path.join(__dirname, 'web.js'));

/** Runs the part of dist/web.js before this mark, and leaves the features, which would take memory in each thread. */
function loadEngine(file: string): unknown {
  const bytes = readFileSync(file);
  const code = bytes.toString('utf8', 0, bytes.indexOf('//# end of the engine'));
  return new Script(code, { filename: file }).runInThisContext();
}
