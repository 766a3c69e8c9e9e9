import { strict as assert } from 'node:assert';
import path from 'node:path';
import * as vscode from 'vscode';
import { writeStoryBucket } from '../../../scripts/lib/story-bucket/story-bucket.mjs';
import { notificationOf } from '../notification';
import { remove, workspaceFolder } from './bucket-files';

const folder = 'story';

/** File name, severity and message of all diagnostics in a folder. */
function shownIn(parent: string): readonly string[] {
  return vscode.languages
    .getDiagnostics()
    .filter(([{ fsPath }]) => fsPath.startsWith(parent))
    .flatMap(([{ fsPath }, diagnostics]) =>
      diagnostics.map(
        ({ severity, message }) =>
          `${path.basename(fsPath)} ${vscode.DiagnosticSeverity[severity]} ${message}`,
      ),
    )
    .sort();
}

describe('the verification of a folder', () => {
  const uri = () => vscode.Uri.joinPath(workspaceFolder(), folder);

  after(() => remove(folder));

  it('shows what does not hold, and leaves what holds alone', async () => {
    const manifest = writeStoryBucket(uri().fsPath, { files: 12, seed: 1, traces: 5, hasDigests: true });
    const [message, ...buttons] = await notificationOf(() =>
      vscode.commands.executeCommand('ctsTrace.verifyFolder', uri(), [uri()]),
    );
    assert.equal(
      message,
      'The evidence does not hold · Trace files: 10 of 13 hold, 3 do not hold · Digests: 30 of 30 hold',
    );
    assert.deepEqual(buttons, ['Show in CTS View', 'Show Problems']);
    const shown = shownIn(uri().fsPath);
    const [altered, cut, missing] = [manifest.altered.path, manifest.cut.path, manifest.missing].map((name) =>
      path.posix.basename(name),
    );
    assert.equal(shown.length, 3);
    assert.ok(
      shown.some((each) => each.startsWith(`${altered} Error "${altered}" does not hold: it was changed`)),
    );
    assert.ok(
      shown.some((each) => each.startsWith(`${cut} Error "${cut}" does not hold: it was changed or cut off`)),
    );
    assert.ok(shown.some((each) => each.includes(`Error "${missing}" does not hold: it is missing`)));
  });
});
