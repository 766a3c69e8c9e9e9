/** Runs the random tests for a time; see scripts/fuzz.mjs. */
import { parseArgs } from 'node:util';
import { type Failure, tryDamagedText } from './damaged-texts';
import { tryEdits } from './edits';
import { fuzzSecrets } from './fuzz-secrets';
import { Random } from './random';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    kind: { type: 'string' },
  },
});

/** One run of each, which fails with what went wrong. */
const kinds: Readonly<Record<string, (seed: number) => void>> = {
  'damaged-texts': (seed) => passOn(tryDamagedText(new Random(seed))),
  edits: (seed) => passOn(tryEdits(new Random(seed))),
  credentials: (seed) => fuzzSecrets(seed, 10),
};
/** How many cases one run stands for. */
const casesOf: Readonly<Record<string, number>> = { 'damaged-texts': 1, edits: 6, credentials: 20 };

function passOn(failure: Failure | undefined): void {
  if (failure) throw new Error(`${failure.change}\n${failure.text}`);
}

/** Says why as well, where a property failed. */
function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause ? `\n${String(error.cause)}` : '';
  return `${String(error)}${cause}`.slice(0, 4_000);
}

const first = Number(values.seed);
const chosen = Object.entries(kinds).filter(([kind]) => values.kind === undefined || kind === values.kind);
const duration = (Number(values.minutes) * 60_000) / Math.max(1, chosen.length);
for (const [kind, run] of chosen) {
  const end = Date.now() + duration;
  let count = 0;
  const failed: number[] = [];
  for (let seed = first; Date.now() < end; seed++, count++) {
    try {
      run(seed);
    } catch (error) {
      failed.push(seed);
      if (failed.length === 1) console.log(`${kind}, seed ${seed}: ${messageOf(error)}`);
    }
  }
  const cases = (count * (casesOf[kind] ?? 1)).toLocaleString('en-US');
  console.log(`${kind}: ${cases} cases from seed ${first}, ${failed.length} runs failed`);
  if (failed.length > 0) {
    console.log(`  seeds ${failed.slice(0, 20).join(' ')}; run one again with --kind ${kind} --seed SEED`);
    process.exitCode = 1;
  }
}
