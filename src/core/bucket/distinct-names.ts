/**
 * What folders are called beside each other: their names, and as much of what is above as tells them apart.
 *
 * @param paths with slashes, all different
 */
export function distinctNames(paths: readonly string[]): readonly string[] {
  const all = paths.map((path) => path.split('/').filter((part) => part !== ''));
  return all.map((parts) => {
    for (let count = 1; count < parts.length; count++) {
      const name = endOf(parts, count);
      if (!all.some((other) => other !== parts && endOf(other, count) === name)) return name;
    }
    return parts.join('/');
  });
}

function endOf(parts: readonly string[], count: number): string {
  return parts.slice(-count).join('/');
}
