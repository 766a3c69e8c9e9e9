import picomatch from 'picomatch/posix';

/** Whether a path, relative to the folder of the settings and with slashes, is excluded. */
export type IsExcluded = (path: string) => boolean;

/**
 * Understands globs as the setting `files.exclude` does: a glob with a slash counts from the folder of the settings, one
 * without matches the name of a file or folder in any folder. Empty ones and those that make no sense exclude nothing.
 */
export function excludeTest(globs: readonly string[]): IsExcluded {
  const tests = globs.filter((glob) => glob.trim() !== '').map(testOf);
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return tests.some((test) => test(path, name));
  };
}

function testOf(glob: string): (path: string, name: string) => boolean {
  const normal = glob.replaceAll('\\', '/').replace(/^\.?\/|\/$/g, '');
  const matches = picomatch(normal, { dot: true });
  return normal.includes('/') ? (path) => matches(path) : (_, name) => matches(name);
}
