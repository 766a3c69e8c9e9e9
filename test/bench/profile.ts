import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';

/** A part of the program and its share of the time, from 0 to 1. */
export type Share = readonly [part: string, share: number];

/** The shares of the time of a call by source file, largest first. */
export async function profile(run: () => void): Promise<readonly Share[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  run();
  const { profile: taken } = await session.post('Profiler.stop');
  session.disconnect();
  return sharesOf(taken, partsOfLines());
}

function sharesOf(taken: Profiler.Profile, parts: readonly string[]): readonly Share[] {
  const partOfNode = new Map(taken.nodes.map(({ id, callFrame }) => [id, partOf(callFrame, parts)]));
  const times = new Map<string, number>();
  for (const [index, id] of (taken.samples ?? []).entries()) {
    const part = partOfNode.get(id) ?? '';
    times.set(part, (times.get(part) ?? 0) + (taken.timeDeltas?.[index] ?? 0));
  }
  const sum = [...times.values()].reduce((total, time) => total + time, 0);
  return [...times]
    .map(([part, time]) => [part, time / sum] as const)
    .sort(([, one], [, other]) => other - one);
}

function partOf(
  { functionName, url, lineNumber }: Profiler.Profile['nodes'][0]['callFrame'],
  parts: readonly string[],
): string {
  if (functionName === '(garbage collector)') return 'collecting garbage';
  if (functionName.startsWith('RegExp:')) return 'regular expressions';
  if (!url.endsWith('main.cjs')) return 'everything else';
  return functionName === 'tryParse' ? 'JSON.parse' : (parts[lineNumber] ?? '');
}

/** The source file of each line of the bundle, which has a comment before the first line of each file. */
function partsOfLines(): readonly string[] {
  let part = '';
  return readFileSync(__filename, 'utf8')
    .split('\n')
    .map((line) => {
      part = /^\/\/ ((?:src|test|node_modules)\/.*)$/.exec(line)?.[1] ?? part;
      return part;
    });
}
