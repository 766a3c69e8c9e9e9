import { Bench } from 'tinybench';

/** The median time of a call, in milliseconds. */
export function medianOf(run: () => unknown, iterations: number): number {
  const bench = new Bench({ time: 0, iterations, warmupTime: 0, warmupIterations: Math.min(2, iterations) });
  bench.add('run', () => {
    run();
  });
  const [task] = bench.runSync();
  if (task?.result.state !== 'completed') throw new Error('A measurement did not come to its end');
  return task.result.latency.p50;
}

/** The memory that a value retains, in megabytes; needs `node --expose-gc`. */
export function memoryOf<T>(make: () => T): { readonly value: T; readonly megabytes: number } {
  // The first run allocates what stays, such as compiled code, and is not part of the value
  make();
  collect();
  const before = memoryInUse();
  const value = make();
  collect();
  return { value, megabytes: (memoryInUse() - before) / 1e6 };
}

/** In bytes, flat tables included. */
function memoryInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('Run with node --expose-gc');
  for (let round = 0; round < 4; round++) globalThis.gc();
}
