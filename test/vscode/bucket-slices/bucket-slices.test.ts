import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { writeStoryBucket } from '../../../scripts/lib/story-bucket/story-bucket.mjs';
import { extensionId } from '../id';
import { notificationOf } from '../notification';

interface Api {
  sliceTimes(): readonly number[];
}

const wait = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

describe('a bucket of 1,000 packed files', () => {
  it('is checked beside the extension host', async function () {
    this.timeout(600_000);
    const folder = mkdtempSync(join(tmpdir(), 'cts-trace-lens-'));
    try {
      writeStoryBucket(folder, { files: 1000, seed: 1, traces: 150, hasDigests: true });
      const api = await vscode.extensions.getExtension<Api>(extensionId)?.activate();
      assert.ok(api);
      const uri = vscode.Uri.file(folder);
      // The features are loaded before
      await vscode.commands.executeCommand('ctsTrace.refreshBucket');
      global.gc?.();
      await wait(2000);
      const idle = process.memoryUsage().rss;
      let peak = idle;
      let last = performance.now();
      const stalls: number[] = [];
      const interval = 5;
      const timer = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage().rss);
        stalls.push(performance.now() - last - interval);
        last = performance.now();
      }, interval);
      const start = performance.now();
      const [message] = await notificationOf(() =>
        vscode.commands.executeCommand('ctsTrace.checkFolder', uri, [uri]),
      );
      const duration = performance.now() - start;
      clearInterval(timer);
      assert.match(message, /^Checked 149,937 traces in 1,000 files: 1 error, 1 other finding\./);
      const measured = { slices: [...api.sliceTimes()], stalls, duration, memory: peak - idle };
      writeFileSync(process.env.TEST_MEASUREMENTS ?? '', JSON.stringify(measured));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
