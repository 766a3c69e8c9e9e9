/**
 * How long property tests run. By default each takes a few seconds with a fixed seed; `CTS_TRACE_TEST_RUNS=50` makes 50
 * times as many runs with a random seed, and `CTS_TRACE_TEST_SEED` sets the seed.
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
