import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

interface Mark {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
}

const extensionId = 'cts-trace-lens.cts-trace-lens';

/** The marks that VS Code's extension host sets for itself; it keeps them where its bundles share them. */
function hostMarks(): readonly Mark[] {
  const shared = globalThis as { MonacoPerformanceMarks?: { getMarks(): readonly Mark[] } };
  return shared.MonacoPerformanceMarks?.getMarks() ?? [];
}

/** Milliseconds between the two marks around a step in this extension's life. */
function durationOf(step: string): number {
  const timeOf = (kind: string) =>
    hostMarks().find(({ name }) => name === `code/extHost/${kind}${step}/${extensionId}`)?.startTime;
  const [start, end] = [timeOf('will'), timeOf('did')];
  assert.ok(start !== undefined && end !== undefined, `The extension host has not marked ${step}`);
  return end - start;
}

describe('activation', () => {
  it('is timed by VS Code itself', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    await extension.activate();
    const activation = durationOf('LoadExtensionCode') + durationOf('ActivateExtension');
    writeFileSync(process.env.TEST_MEASUREMENTS ?? '', JSON.stringify({ activation }));
  });
});
