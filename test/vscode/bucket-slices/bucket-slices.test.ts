import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
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
      // The features are loaded before
      await vscode.commands.executeCommand('ctsTrace.refreshBucket');
      global.gc?.();
      await wait(2000);
      const idle = process.memoryUsage().rss;
      const rounds = [];
      for (let round = 0; round < 5; round++) {
        const commandLine = timeOfCommandLine(folder);
        rounds.push({ commandLine, ...(await measureCheck(vscode.Uri.file(folder), idle)) });
      }
      const cancelled = [];
      for (let round = 0; round < 5; round++) cancelled.push(await timeToCancel(vscode.Uri.file(folder)));
      const measured = { rounds, slices: [...api.sliceTimes()], cancelled };
      writeFileSync(process.env.TEST_MEASUREMENTS ?? '', JSON.stringify(measured));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** How long the check takes in milliseconds, and how many bytes more than before the process holds at most. */
async function measureCheck(
  folder: vscode.Uri,
  idle: number,
): Promise<{ readonly editor: number; readonly memory: number }> {
  let peak = idle;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  const start = performance.now();
  const [message] = await notificationOf(() =>
    vscode.commands.executeCommand('ctsTrace.checkFolder', folder, [folder]),
  );
  const editor = performance.now() - start;
  clearInterval(timer);
  assert.match(message, /^Checked 149,937 traces in 1,000 files: 1 error, 1 other finding\./);
  return { editor, memory: peak - idle };
}

/** How long a check goes on after it was cancelled in the middle, in milliseconds. */
async function timeToCancel(folder: vscode.Uri): Promise<number> {
  const source = new vscode.CancellationTokenSource();
  const { withProgress } = vscode.window;
  const begun = new Promise<void>((resolve) => {
    const progress = { report: () => resolve() };
    Object.assign(vscode.window, {
      withProgress: (_: unknown, task: (...parts: readonly unknown[]) => unknown) =>
        task(progress, source.token),
    });
  });
  try {
    const ended = vscode.commands.executeCommand('ctsTrace.checkFolder', folder, [folder]);
    await begun;
    await wait(300);
    const start = performance.now();
    source.cancel();
    await ended;
    return performance.now() - start;
  } finally {
    Object.assign(vscode.window, { withProgress });
    source.dispose();
  }
}

/** In milliseconds. */
function timeOfCommandLine(folder: string): number {
  const commandLine = join(vscode.extensions.getExtension(extensionId)?.extensionPath ?? '', 'dist/cli.js');
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [commandLine, 'check', folder, '--quiet']);
  // One of the files is cut off
  assert.equal(status, 2);
  return performance.now() - start;
}
