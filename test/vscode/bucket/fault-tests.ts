import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { BucketCheck } from '../../../src/vscode/bucket/bucket-check';
import { record, records, remove, workspaceFolder } from './bucket-files';
import { checkAll, checkedLines, linesOf, type Way, withCheck } from './checked-bucket';
import { faultCases, specialCases } from './fault-cases';

const folder = 'faults';
const folderUri = () => vscode.Uri.joinPath(workspaceFolder(), folder);
const inFolder = (name: string) => vscode.Uri.joinPath(folderUri(), name);

async function writeAll(files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  await vscode.workspace.fs.createDirectory(folderUri());
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    if (name.endsWith('/')) await vscode.workspace.fs.createDirectory(inFolder(name));
    else await vscode.workspace.fs.writeFile(inFolder(name), bytes);
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

const unknown = () => JSON.stringify([record({ event: 'createImages' })]);

/** Defines the tests that hold for each way of checking. */
export function defineFaultTests(way: Way): void {
  afterEach(async () => {
    if (await isThere(folderUri())) await remove(folder);
  });

  for (const { name, files, expected } of faultCases)
    it(`says what became of ${name}`, async () => {
      await writeAll(await files());
      assert.deepEqual(await checkedLines(way, [folderUri()]), expected);
    });

  for (const { folder, name, expected } of specialCases)
    it(`${name} (made on Linux)`, async function () {
      const uri = vscode.Uri.joinPath(workspaceFolder(), '../faulty', folder);
      if (!(await isThere(uri))) this.skip();
      assert.deepEqual(await checkedLines(way, [uri]), expected[way.name]);
    });

  it('names a file that vanishes after it was found, and reads the others', async () => {
    const long = JSON.stringify(records(40_000));
    await writeAll({ '1.json': unknown(), '2.json': long, '3.json': unknown(), '4.json': unknown() });
    let removal: Thenable<void> | undefined;
    const lines = await checkedLines(way, [folderUri()], () => {
      removal ??= vscode.workspace.fs.delete(inFolder('3.json'));
    });
    await removal;
    assert.deepEqual(lines, [
      '1.json | read | 1 unknown-event',
      '2.json | read',
      '3.json | unreadable | cannot be opened: no such file or folder',
      '4.json | read | 1 unknown-event',
    ]);
  });

  it('names a folder that has vanished, and forgets what was found in it', async () => {
    await writeAll({ 'a.json': unknown() });
    await withCheck(way, async (check) => {
      await checkAll(check, [folderUri()]);
      assert.equal(check.findingsOf(inFolder('a.json')).length, 1);
      await remove(folder);
      const bucket = await checkAll(check, [folderUri()]);
      assert.deepEqual(bucket && linesOf(check, bucket), [
        `${folder} | unreadable | cannot be opened: no such file or folder`,
      ]);
      assert.deepEqual(check.findingsOf(inFolder('a.json')), []);
    });
  });

  it('reads each file once, even if folders are named twice or are in each other', async () => {
    await writeAll({ 'a.json': unknown(), 'deep/b.json': unknown(), 'deep/er/c.json': unknown() });
    const names = ['deep', '', 'deep/er', 'deep', 'a.json'];
    const roots = names.map((name) => (name === '' ? folderUri() : inFolder(name)));
    assert.deepEqual(await checkedLines(way, roots), [
      'deep/b.json | read | 1 unknown-event',
      'er/c.json | read | 1 unknown-event',
      'a.json | read | 1 unknown-event',
    ]);
  });

  it('finds traces that were delivered twice, and compares them', async () => {
    const [one, other] = [record(), record()];
    await writeAll({
      'a.json': JSON.stringify([one, other]),
      'b.jsonl': `${JSON.stringify(other)}\n${JSON.stringify({ ...one, code: '201' })}\n`,
    });
    await withCheck(way, async (check) => {
      const bucket = await checkAll(check, [folderUri()]);
      assert.deepEqual(bucket && linesOf(check, bucket), [
        'a.json | read',
        'b.jsonl | read | 1 duplicate-trace | 2 duplicate-trace',
      ]);
      const path = way.name === 'thread' ? inFolder('a.json').fsPath : 'a.json';
      const shown = path.length <= 120 ? path : assert.fail(path);
      assert.deepEqual(
        check.findingsOf(inFolder('b.jsonl')).map(({ message }) => message),
        [
          `Same trace as in "${shown}". CTS can deliver a trace twice; count it once`,
          `Differs from its copy in "${shown}": code`,
        ],
      );
      assert.deepEqual(bucket?.report.notes, []);
    });
  });

  it('keeps what was found in one folder until the check of another one has ended', async () => {
    await writeAll({ 'one/a.json': unknown(), 'two/b.json': unknown(), 'two/c.json': unknown() });
    const foundIn = (check: BucketCheck) =>
      ['one/a.json', 'two/b.json', 'two/c.json'].map((name) => check.findingsOf(inFolder(name)).length);
    await withCheck(way, async (check) => {
      const one = await checkAll(check, [inFolder('one')]);
      const source = new vscode.CancellationTokenSource();
      await check.check([inFolder('two')], {}, () => source.cancel(), source.token);
      assert.equal(check.bucket, one);
      assert.equal(foundIn(check)[0], 1);
      await checkAll(check, [inFolder('two')]);
      assert.deepEqual(foundIn(check), [0, 1, 1]);
    });
  });

  it('gives the same when a check is ended by the next one, or cancelled', async () => {
    const files = Array.from({ length: 8 }, (_, index) => [`${index}.json`, JSON.stringify(records(2000))]);
    await writeAll({ ...Object.fromEntries(files), 'last.json': unknown() });
    const whole = [...files.map(([name]) => `${name} | read`), 'last.json | read | 1 unknown-event'];
    await withCheck(way, async (check) => {
      // Begun while the first one is at work
      let second: ReturnType<typeof checkAll> | undefined;
      const first = await checkAll(check, [folderUri()], () => {
        second ??= checkAll(check, [folderUri()]);
      });
      assert.equal(first, undefined);
      const bucket = await second;
      assert.deepEqual(bucket && linesOf(check, bucket), whole);
      const source = new vscode.CancellationTokenSource();
      let progress = 0;
      let cancelledAt = 0;
      const cancelled = await check.check(
        [folderUri()],
        {},
        () => {
          progress++;
          cancelledAt = performance.now();
          source.cancel();
        },
        source.token,
      );
      console.log(`    cancelled after ${(performance.now() - cancelledAt).toFixed(1)} ms (${way.name})`);
      assert.equal(cancelled, undefined);
      assert.equal(check.bucket, bucket);
      const again = await checkAll(check, [folderUri()]);
      assert.deepEqual(again && linesOf(check, again), whole);
      assert.equal(progress, 1);
    });
  });
}
