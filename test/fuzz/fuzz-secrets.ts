import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { explainAt } from '../../src/core/explain/explain';
import { readTrace } from '../../src/core/reading/read-trace';
import { exposedSecret } from '../../src/core/rules/exposed-secret';
import { mayHoldSecret } from '../../src/core/secrets/quick-test';
import { settingsIn } from '../support/asking';
import { applyEdits, builtInCatalog, english } from '../support/harness';
import { credential, plainSample, type Sample } from './secret-samples';

/**
 * Wraps invented credentials in random JSON, strings and text: each must be reported, and be in no message, hover, copy
 * or fixed record. Then does the same with what is no credential, which must stay silent.
 *
 * @param runs how many wrappings of either kind
 * @throws for the first wrapping that is wrong, with its seed and the smallest case that was found
 */
export function fuzzSecrets(seed: number, runs: number): void {
  fc.assert(fc.property(record(credential), fc.nat(), checkCredential), { seed, numRuns: runs });
  fc.assert(fc.property(record(plainSample), checkSilence), { seed, numRuns: runs });
}

/** A step that wraps a value; the number chooses among spellings. */
type Wrapping = (value: unknown, spelling: number) => unknown;

const wrappings: readonly Wrapping[] = [
  (value) => ({ server: value }),
  (value) => ({ name: 'web "01"', nics: [], server: value, min_disk: 40 }),
  (value) => [{ id: 1 }, value, null],
  (value, spelling) =>
    JSON.stringify(value, undefined, spelling % 2 === 0 ? undefined : ' '.repeat(spelling % 4)),
  (value) => JSON.stringify({ body: value, status: 'sent' }).replace(/(?<!\\)":/g, '" :\t'),
];
/** How many strings JSON may be nested in, that of the field included. */
const maxStrings = 3;

function record(sample: fc.Arbitrary<Sample>): fc.Arbitrary<Sample & { readonly text: string }> {
  const steps = fc.array(fc.tuple(fc.nat(wrappings.length - 1), fc.nat(7)), { maxLength: 5 });
  const field = fc.constantFrom('request', 'response', 'message');
  return fc.tuple(sample, steps, field, fc.nat(40)).map(([{ value, hidden }, chosen, name, every]) => {
    const wrapped = wrap(value, chosen);
    const json = JSON.stringify({ trace_name: 'createImage', [name]: wrapped, code: '200' });
    return { value: wrapped, hidden, text: every < 20 ? json : escapeSome(json, every) };
  });
}

function wrap(value: unknown, steps: readonly (readonly [number, number])[]): unknown {
  let wrapped = value;
  // Text in which JSON is may be one of the strings
  let strings = typeof value === 'string' || JSON.stringify(value).includes('\\') ? 1 : 0;
  for (const [index, spelling] of steps) {
    const isString = index >= 3;
    if (isString && (strings >= maxStrings || (typeof wrapped === 'string' && index === 3))) continue;
    if (isString) strings++;
    wrapped = wrappings[index]?.(wrapped, spelling) ?? wrapped;
  }
  return wrapped;
}

/** Writes some letters of the keys and values as escapes. */
function escapeSome(json: string, every: number): string {
  let count = 0;
  return json.replace(/(?<!\\)[ghijkm]/g, (letter) => {
    count++;
    return count % every === 0 ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter;
  });
}

function checkCredential({ text, hidden, value }: Sample & { readonly text: string }, place: number): void {
  assert.ok(mayHoldSecret(text), `dismissed: ${text}`);
  if (typeof value === 'string') assert.ok(mayHoldSecret(value), `dismissed: ${value}`);
  const trace = readTrace(text);
  const reports = exposedSecret.check(trace, builtInCatalog).map((match) => match.report(english));
  assert.ok(reports.length > 0, `missed: ${text}`);
  for (const { message } of reports) assertHidden(hidden, message, text);
  const edits = reports.flatMap(({ fixes = [] }) =>
    fixes.flatMap((fix) => ('edits' in fix ? fix.edits : [])),
  );
  const fixed = applyEdits(text, edits);
  assertHidden(hidden, decoded(fixed), text);
  assert.deepEqual(exposedSecret.check(readTrace(fixed), builtInCatalog), [], fixed);
  for (const fix of reports[0]?.fixes ?? [])
    if ('changes' in fix) assertHidden(hidden, decoded(applyEdits(text, fix.changes())), text);
  for (let step = 0; step < 5; step++) {
    const offset = (place + step * 7919) % text.length;
    const hover = explainAt(trace, offset, settingsIn('en'))?.markdown;
    if (hover !== undefined) assertHidden(hidden, hover, `${text} at ${offset}`);
  }
}

/** A record written anew, so that no credential hides in escapes. It is valid JSON. */
function decoded(text: string): string {
  return JSON.stringify(JSON.parse(text));
}

/** @param shown without its backslashes, a credential is in it as it is, however deep in strings */
function assertHidden(hidden: readonly string[], shown: string, text: string): void {
  const plain = shown.replaceAll('\\', '');
  for (const part of hidden)
    assert.ok(!plain.includes(part.replaceAll('\\', '')), `shown of ${text}: ${shown}`);
}

function checkSilence({ text }: Sample & { readonly text: string }): void {
  const found = exposedSecret.check(readTrace(text), builtInCatalog).map((match) => match.value);
  assert.deepEqual(found, [], text);
}
