/**
 * The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, with no
 * substring edited twice. Written here because the available packages count either swaps across gaps or none at all,
 * and the whole of it is one loop.
 *
 * Takes O(n·m) time; if an input may be long, compare the lengths first.
 */
export function editDistance(from: string, to: string): number {
  let beforeLast = new Uint32Array(to.length + 1);
  let last = beforeLast.map((_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = nextRow({ from, to, row, last, beforeLast });
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

interface Rows {
  readonly from: string;
  readonly to: string;
  readonly row: number;
  readonly last: Uint32Array;
  readonly beforeLast: Uint32Array;
}

/** The distances from the first `row` characters of `from` to every prefix of `to`. */
function nextRow({ from, to, row, last, beforeLast }: Rows): Uint32Array<ArrayBuffer> {
  const current = new Uint32Array(to.length + 1);
  current[0] = row;
  const letter = from.charCodeAt(row - 1);
  const previousLetter = from.charCodeAt(row - 2);
  for (let column = 1; column <= to.length; column++) {
    const other = to.charCodeAt(column - 1);
    const replaced = at(last, column - 1) + (letter === other ? 0 : 1);
    const shortest = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced);
    const isSwap = row > 1 && previousLetter === other && letter === to.charCodeAt(column - 2);
    current[column] = isSwap ? Math.min(shortest, at(beforeLast, column - 2) + 1) : shortest;
  }
  return current;
}

function at(row: Uint32Array, column: number): number {
  return row[column] ?? 0;
}
