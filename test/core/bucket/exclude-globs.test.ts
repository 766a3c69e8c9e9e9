import assert from 'node:assert/strict';
import { excludeTest } from '../../../src/core/bucket/exclude-globs';

const paths = ['a.json', 'archive', 'old/archive', 'old/a.json', '.hidden/a.json', 'b.jsonl'];

function excluded(...globs: string[]): readonly string[] {
  return paths.filter(excludeTest(globs));
}

describe('globs of what is excluded', () => {
  it('match names in any folder, or paths from the folder of the settings', () => {
    assert.deepEqual(excluded('archive'), ['archive', 'old/archive']);
    assert.deepEqual(excluded('**/archive'), ['archive', 'old/archive']);
    assert.deepEqual(excluded('old/archive'), ['old/archive']);
    assert.deepEqual(excluded('*.json'), ['a.json', 'old/a.json', '.hidden/a.json']);
    assert.deepEqual(excluded('**/.hidden/**'), ['.hidden/a.json']);
    assert.deepEqual(excluded('old/'), []);
  });

  it('exclude nothing if they are empty or make no sense', () => {
    assert.deepEqual(excluded(), []);
    assert.deepEqual(excluded('', ' ', '{', '[', '!('), []);
  });

  it('may be written as on Windows or from a dot', () => {
    assert.deepEqual(excluded('old\\archive'), ['old/archive']);
    assert.deepEqual(excluded('./old/archive'), ['old/archive']);
  });
});
