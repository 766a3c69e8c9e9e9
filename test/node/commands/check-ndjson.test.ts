import assert from 'node:assert/strict';
import { ctsTrace, folderWith, json, removeFolders, validTrace } from '../../support/command';

describe('cts-trace check --format ndjson', () => {
  after(removeFolders);

  it('prints each finding of the JSON output with its file, and the totals at the end', async () => {
    const args = ['check', 'samples', '--rule', 'notable-event=information'];
    const { files, summary, coverage } = JSON.parse((await ctsTrace([...args, '--format', 'json'])).out);
    const { out, code } = await ctsTrace([...args, '--format', 'ndjson']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(lines, [
      ...files.flatMap(
        ({ path, findings }: { readonly path: string; readonly findings: readonly object[] }) =>
          findings.map((finding) => ({ type: 'finding', path, ...finding })),
      ),
      { type: 'summary', version: 1, summary, coverage },
    ]);
    assert.equal(code, 1);
  });

  it('has a line of totals alone if nothing was found, and escapes control characters (which names on Windows cannot have)', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'a.json': json(validTrace), 'b\u202E\n.json': `${json(validTrace)} rubbish` });
    const { out } = await ctsTrace(['check', '.', '--format', 'ndjson'], { cwd });
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).path),
      ['b\u202E\n.json', undefined],
    );
    assert.doesNotMatch(out, /[^\n\P{C}]/u);
    const { out: none } = await ctsTrace(['check', 'a.json', '--format', 'ndjson'], { cwd });
    assert.deepEqual([none.split('\n').length, JSON.parse(none).summary.files], [2, 1]);
  });
});
