import assert from 'node:assert/strict';
import { mayBeginTraces } from '../../../src/core/file/may-begin-traces';
import { textSource } from '../../../src/core/text/text-source';

function mayBegin(text: string, path: string): boolean {
  return mayBeginTraces(textSource(text), path);
}

describe('a file that may be begun as a trace file', () => {
  it('is nearly empty and named so, or has the name of the snippet', () => {
    assert.ok(mayBegin('', '/work/trace.json'));
    assert.ok(mayBegin('{ }', '/work/my-Traces.jsonl'));
    assert.ok(mayBegin('cts', 'Untitled-1'));
    assert.ok(mayBegin('[\n  cts-trace\n]', '/work/a.json'));
  });

  it('is no other file', () => {
    assert.ok(!mayBegin('', '/work/a.json'));
    assert.ok(!mayBegin('{ "cts": 1 }', '/work/package.json'));
    assert.ok(!mayBegin('{}', '/traces/a.json'));
    assert.ok(!mayBegin(`{ "a": "${'x'.repeat(300)}" }`, '/work/trace.json'));
  });
});
