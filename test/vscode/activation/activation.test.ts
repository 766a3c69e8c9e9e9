import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';

interface Mark {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
}

const extensionId = 'cts-trace-lens.cts-trace-lens';

/** The performance marks that VS Code's extension host sets, from a global that its bundles share. */
function hostMarks(): readonly Mark[] {
  const shared = globalThis as { MonacoPerformanceMarks?: { getMarks(): readonly Mark[] } };
  return shared.MonacoPerformanceMarks?.getMarks() ?? [];
}

/** Milliseconds between the marks around a step of this extension's activation. */
function durationOf(step: string): number {
  const timeOf = (kind: string) =>
    hostMarks().find(({ name }) => name === `code/extHost/${kind}${step}/${extensionId}`)?.startTime;
  const [start, end] = [timeOf('will'), timeOf('did')];
  assert.ok(start !== undefined && end !== undefined, `The extension host has not marked ${step}`);
  return end - start;
}

/** Milliseconds to load the features, which no trace file in this window has loaded yet. */
function timeOfFeatures(folder: string): number {
  const load = createRequire(__filename);
  const started = performance.now();
  load(join(folder, 'dist/web.js'));
  return Math.round(performance.now() - started);
}

describe('activation', () => {
  it('is timed by VS Code, and loading the features by this test', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    await extension.activate();
    const activation = durationOf('LoadExtensionCode') + durationOf('ActivateExtension');
    const features = timeOfFeatures(extension.extensionPath);
    writeFileSync(process.env.TEST_MEASUREMENTS ?? '', JSON.stringify({ activation, features }));
  });
});
