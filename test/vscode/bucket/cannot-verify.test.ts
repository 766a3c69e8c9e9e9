import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { notificationOf } from '../notification';

describe('the verification of a virtual folder', () => {
  it('says where it is possible', async () => {
    const uri = vscode.Uri.from({ scheme: 'memfs', path: '/bucket' });
    const [message] = await notificationOf(() =>
      vscode.commands.executeCommand('ctsTrace.verifyFolder', uri, [uri]),
    );
    assert.equal(
      message,
      'Folders can be verified on the desktop only, as digests list MD5s. On any machine with Node.js: cts-trace verify',
    );
  });
});
