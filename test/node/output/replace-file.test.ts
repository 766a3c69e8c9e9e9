import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../../../src/node/output/replace-file';
import { folderWith, removeFolders } from '../../support/command';

describe('a file that is replaced', () => {
  after(removeFolders);

  it('has the new content and nothing beside it', () => {
    const cwd = folderWith({ a: 'old' });
    replaceFile(path.join(cwd, 'a'), ['ne', Buffer.from('w')]);
    replaceFile(path.join(cwd, 'b'), ['new']);
    assert.deepEqual(readdirSync(cwd), ['a', 'b']);
    assert.deepEqual(
      [readFileSync(path.join(cwd, 'a'), 'utf8'), readFileSync(path.join(cwd, 'b'), 'utf8')],
      ['new', 'new'],
    );
  });

  it('keeps its permissions', function () {
    if (process.platform === 'win32') this.skip();
    const file = path.join(folderWith({ a: 'old' }), 'a');
    for (const mode of [0o600, 0o666]) {
      chmodSync(file, mode);
      replaceFile(file, ['new']);
      assert.equal(statSync(file).mode & 0o777, mode);
    }
  });

  it('keeps its content if writing fails', () => {
    const cwd = folderWith({ a: 'old' });
    const broken = function* () {
      yield 'new';
      throw new Error('broken');
    };
    assert.throws(() => replaceFile(path.join(cwd, 'a'), broken()), /broken/);
    assert.deepEqual([readdirSync(cwd), readFileSync(path.join(cwd, 'a'), 'utf8')], [['a'], 'old']);
  });

  it('is written to if it is a pipe', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({});
    const pipe = path.join(cwd, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = openSync(pipe, 'r+');
    replaceFile(pipe, ['new']);
    const read = Buffer.alloc(10);
    assert.equal(read.toString('utf8', 0, readSync(reader, read)), 'new');
    assert.deepEqual([lstatSync(pipe).isFIFO(), readdirSync(cwd)], [true, ['pipe']]);
  });
});
