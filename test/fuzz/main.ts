import { type Failure, tryDamagedText } from './damaged-texts';
import { tryEdits } from './edits';
import { Random } from './random';

const [kind = 'damaged', seconds = '10', seed = '1', shown = '10'] = process.argv.slice(2);
const end = Date.now() + Number(seconds) * 1000;
let runs = 0;
const failures: { readonly seed: number; readonly failure: Failure }[] = [];
for (let number = Number(seed); Date.now() < end; number++, runs++) {
  const failure = (kind === 'edits' ? tryEdits : tryDamagedText)(new Random(number));
  if (failure) failures.push({ seed: number, failure });
}
console.log(`${kind}: ${runs} runs, ${failures.length} failures`);
const groups = new Map<string, number[]>();
for (const { seed: at, failure } of failures) {
  const key = failure.why.replace(/\d+/g, '#').replace(/:.*/, '');
  groups.set(key, [...(groups.get(key) ?? []), at]);
}
for (const [key, seeds] of groups) console.log(seeds.length, key, seeds.slice(0, Number(shown)).join(' '));
if (process.argv[6] === 'text')
  for (const { failure } of failures.slice(0, Number(shown))) console.log(failure.text);
if (process.argv[6] === 'change')
  for (const { failure } of failures.slice(0, Number(shown))) console.log(failure.change);
