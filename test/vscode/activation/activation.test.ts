import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';

describe('activation', () => {
  it('happens for the first time in this window', async () => {
    const extension = vscode.extensions.getExtension('cts-trace-lens.cts-trace-lens');
    assert.ok(extension);
    assert.equal(extension.isActive, false);
    const started = performance.now();
    await extension.activate();
    const activation = performance.now() - started;
    assert.equal(extension.isActive, true);
    writeFileSync(process.env.TEST_MEASUREMENTS ?? '', JSON.stringify({ activation }));
  });
});
