/**
 * How long random tests run. By default each takes the same few seconds and the same path every time;
 * `CTS_TRACE_TEST_RUNS=50` makes 50 times as many runs from a new seed, `CTS_TRACE_TEST_SEED` goes back to one.
 */
const times = Number(process.env['CTS_TRACE_TEST_RUNS'] ?? 1);
const seed = process.env['CTS_TRACE_TEST_SEED'];

export const runs = {
  times,
  /** In milliseconds, for one test. */
  timeout: 120_000 * Math.max(1, times),
  parameters(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
    if (seed !== undefined) return { numRuns: numRuns * times, seed: Number(seed) };
    return times > 1 ? { numRuns: numRuns * times } : { numRuns, seed: 20_251_120 };
  },
};
