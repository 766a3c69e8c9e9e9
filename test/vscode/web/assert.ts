import { assert as chai } from 'chai';

/** Replaces the part of `node:assert/strict` that the tests use where there is no Node. */
export const strict = Object.assign(chai.ok.bind(chai), {
  ok: chai.ok,
  equal: chai.strictEqual,
  notEqual: chai.notStrictEqual,
  deepEqual: chai.deepEqual,
  notDeepEqual: chai.notDeepEqual,
  match: chai.match,
  doesNotMatch: chai.notMatch,
  throws: chai.throws,
  fail: chai.fail,
  rejects,
});

/** @param expected pattern that the error matches */
async function rejects(
  from: PromiseLike<unknown> | (() => PromiseLike<unknown>),
  expected = /(?:)/,
): Promise<void> {
  const failed = await Promise.resolve(typeof from === 'function' ? from() : from).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  chai.ok(failed, 'Nothing was rejected');
  chai.match(String(failed?.error), expected);
}
