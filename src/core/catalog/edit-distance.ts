/**
 * How many single changes lead from one word to the other: a letter added, dropped or replaced, or two neighbours
 * swapped, no stretch changed twice (optimal string alignment). Own code: the packages at hand either count swaps
 * across gaps or none, and all of it is one loop.
 *
 * Takes time in the product of the lengths; compare them first where one may be long.
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

/** The distances from the first `row` letters of the one word to every beginning of the other. */
function nextRow({ from, to, row, last, beforeLast }: Rows): Uint32Array<ArrayBuffer> {
  const current = new Uint32Array(to.length + 1);
  current[0] = row;
  const letter = from.charCodeAt(row - 1);
  const letterBefore = from.charCodeAt(row - 2);
  for (let column = 1; column <= to.length; column++) {
    const other = to.charCodeAt(column - 1);
    const replaced = at(last, column - 1) + (letter === other ? 0 : 1);
    const shortest = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced);
    const isSwap = row > 1 && letterBefore === other && letter === to.charCodeAt(column - 2);
    current[column] = isSwap ? Math.min(shortest, at(beforeLast, column - 2) + 1) : shortest;
  }
  return current;
}

function at(row: Uint32Array, column: number): number {
  return row[column] ?? 0;
}
