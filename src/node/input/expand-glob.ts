import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { withSlashes } from './location';

/**
 * The files that a path with wildcards stands for, sorted by name: where the shell does not expand them, as on Windows.
 *
 * @returns the path itself if it exists, has no wildcards, or matches nothing
 */
export function expandGlob(named: string): readonly string[] {
  const pattern = withSlashes(named);
  if (existsSync(named)) return [named];
  const { isGlob, base } = picomatch.scan(pattern);
  if (!isGlob) return [named];
  const isMatch = picomatch(pattern, { dot: false });
  const found = namesIn(base === '' ? '.' : base)
    .map((name) => (base === '' ? name : path.posix.join(base, name)))
    .filter((name) => isMatch(name))
    .sort();
  return found.length > 0 ? found.map((name) => path.normalize(name)) : [named];
}

/** All files and folders in a folder, with slashes; none if it cannot be listed. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(withSlashes);
  } catch {
    return [];
  }
}
