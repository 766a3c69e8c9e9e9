/** Takes a few milliseconds. */
const valuesPerStep = 200_000;

/**
 * The indices of the values in ascending order; of equal ones the first comes first. The values are ordered but for
 * stretches that follow one another, such as traces, and each stretch is sorted by itself. Yields in between, so that
 * the caller can check the clock.
 */
export function* ascendingOrder(values: Uint32Array): Generator<undefined, Uint32Array> {
  const leastFrom = yield* leastFromEach(values);
  const order = new Uint32Array(values.length);
  let start = 0;
  let greatest = 0;
  for (let index = 0; index < values.length; index++) {
    greatest = Math.max(greatest, values[index] ?? 0);
    if (index + 1 < values.length && (leastFrom[index + 1] ?? 0) <= greatest) continue;
    sortStretch(values, start, index + 1, order);
    if (Math.floor(start / valuesPerStep) < Math.floor((index + 1) / valuesPerStep)) yield;
    start = index + 1;
  }
  return order;
}

/** For each index the least value from there on. */
function* leastFromEach(values: Uint32Array): Generator<undefined, Uint32Array> {
  const least = new Uint32Array(values.length);
  let known = 2 ** 32 - 1;
  for (let index = values.length - 1; index >= 0; index--) {
    known = Math.min(known, values[index] ?? 0);
    least[index] = known;
    if (index % valuesPerStep === 0) yield;
  }
  return least;
}

/** Room for the index beside the value in a number without fractions. */
const indexRoom = 2 ** 21;

function sortStretch(values: Uint32Array, start: number, end: number, order: Uint32Array): void {
  if (end - start === 1) order[start] = start;
  else if (end - start <= indexRoom) {
    const keys = Float64Array.from(
      { length: end - start },
      (_, index) => (values[start + index] ?? 0) * indexRoom + index,
    );
    // Sorted natively, as there is nothing to call
    for (const [place, key] of keys.sort().entries()) order[start + place] = start + (key % indexRoom);
  } else {
    const indices = Uint32Array.from({ length: end - start }, (_, index) => start + index);
    order.set(
      indices.sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0) || one - other),
      start,
    );
  }
}
