import { strict as assert } from 'node:assert';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { writeStoryBucket } from '../../../scripts/lib/story-bucket/story-bucket.mjs';
import { errorNotificationOf, warningOf } from '../notification';
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

  afterEach(() => remove(folder));

  it('checks the signatures with the key of the settings', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const sign = (message: string) => createSign('RSA-SHA256').update(message).sign(privateKey, 'hex');
    const plan = { files: 12, seed: 1, traces: 5, hasDigests: true, sign };
    const manifest = writeStoryBucket(uri().fsPath, plan);
    const key = path.join(uri().fsPath, '../key.pem');
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    const run = () => vscode.commands.executeCommand('ctsTrace.verifyFolder', uri(), [uri()]);
    /** How many digests have each verdict on their signature. */
    const verdicts = () => {
      const ofSignatures = shownIn(uri().fsPath).flatMap(
        (shown) => / (\S+ .*signature.*)$/.exec(shown)?.[1] ?? [],
      );
      const texts = ofSignatures.map((shown) => shown.replace(/^.*This file /, ''));
      return [...new Set(texts)].sort().map((text) => [text, texts.filter((each) => each === text).length]);
    };
    const last =
      "cannot be checked: its signature is not in any later digest. Pass it to 'cts-trace verify --signatures'";
    await configuration.update('signatureKey', key, vscode.ConfigurationTarget.Global);
    try {
      writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }));
      await warningOf(run);
      assert.deepEqual(verdicts(), [[last, 5]]);
      assert.ok(
        shownIn(uri().fsPath).some((shown) => shown.startsWith(path.posix.basename(manifest.cut.path))),
      );
      writeFileSync(key, other.publicKey.export({ type: 'spki', format: 'pem' }));
      const [message] = await warningOf(run);
      assert.match(message, /Digests: 0 of 30 hold, \d+ do not hold/);
      assert.deepEqual(verdicts(), [
        [last, 5],
        ['does not hold: its signature is wrong', 25],
      ]);
      writeFileSync(key, 'hello');
      assert.deepEqual(await errorNotificationOf(run), [
        `The check failed: "${key}" is not an RSA public key or a certificate with one`,
      ]);
      await configuration.update('signatureKey', `${key}.gone`, vscode.ConfigurationTarget.Global);
      assert.deepEqual(await errorNotificationOf(run), [
        `The check failed: "${key}.gone" cannot be opened: no such file or folder`,
      ]);
    } finally {
      await configuration.update('signatureKey', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('shows what does not hold, and leaves what holds alone', async () => {
    const manifest = writeStoryBucket(uri().fsPath, { files: 12, seed: 1, traces: 5, hasDigests: true });
    const [message, ...buttons] = await warningOf(() =>
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
      shown.some((each) => each.startsWith(`${altered} Error This file does not hold: it was changed`)),
    );
    assert.ok(
      shown.some((each) =>
        each.startsWith(`${cut} Error This file does not hold: it was changed or cut off`),
      ),
    );
    assert.ok(shown.some((each) => each.includes(`Error "${missing}" does not hold: it is missing`)));
  });
});
