/**
 * The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, with no
 * substring edited twice. Written here because the available packages count either swaps across gaps or none at all,
 * and the whole of it is one loop.
 *
 * Takes O(n·m) time without a limit; if an input may be long, compare the lengths first.
 *
 * @param limit the largest distance of interest: O(n·limit) time
 * @returns some number above the limit if the distance is above it
 */
export function editDistance(from: string, to: string, limit: number = Number.POSITIVE_INFINITY): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast = new Uint32Array(to.length + 2);
  let last = beforeLast.map((_, column) => column);
  let current = beforeLast.slice();
  let lastLeast = 0;
  for (let row = 1; row <= from.length; row++) {
    const least = fillRow({ from, to, row, last, beforeLast, limit }, current);
    // A swap builds on the row before the last
    if (least > limit && lastLeast >= limit) return limit + 1;
    lastLeast = least;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return at(last, to.length);
}

interface Rows {
  readonly from: string;
  readonly to: string;
  readonly row: number;
  readonly last: Uint32Array;
  readonly beforeLast: Uint32Array;
  readonly limit: number;
}

/**
 * Fills in the distances from the first `row` characters of `from` to the prefixes of `to` whose length differs by no
 * more than the limit, and a large one at each end of them.
 *
 * @returns the least of them
 */
function fillRow({ from, to, row, last, beforeLast, limit }: Rows, current: Uint32Array): number {
  const first = Math.max(1, row - limit);
  const end = Math.min(to.length, row + limit);
  const letter = from.charCodeAt(row - 1);
  const previousLetter = from.charCodeAt(row - 2);
  current[first - 1] = first === 1 ? row : tooFar;
  let least = at(current, first - 1);
  for (let column = first; column <= end; column++) {
    const other = to.charCodeAt(column - 1);
    const replaced = at(last, column - 1) + (letter === other ? 0 : 1);
    const shortest = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced);
    const isSwap = row > 1 && previousLetter === other && letter === to.charCodeAt(column - 2);
    const distance = isSwap ? Math.min(shortest, at(beforeLast, column - 2) + 1) : shortest;
    current[column] = distance;
    if (distance < least) least = distance;
  }
  current[end + 1] = tooFar;
  return least;
}

/** Larger than any distance, and far from what the array can hold. */
const tooFar = 2 ** 30;

function at(row: Uint32Array, column: number): number {
  return row[column] ?? 0;
}
