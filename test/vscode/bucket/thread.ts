import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { StartThread } from '../../../src/vscode/bucket/bucket-thread';
import { extensionId } from '../id';

/** As the entry point of the desktop does. Not for tests that run in a browser as well. */
export const startThread: StartThread = (workerData, resourceLimits, { onMessage, onEnd }) => {
  const script = join(vscode.extensions.getExtension(extensionId)?.extensionPath ?? '', 'dist/worker.js');
  const worker = new Worker(script, { workerData, resourceLimits, execArgv: [] });
  worker.on('message', onMessage);
  worker.on('exit', (code) => onEnd(code === 0 ? undefined : `exit code ${code}`));
  return { stop: () => void worker.terminate() };
};
