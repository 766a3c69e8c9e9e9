import type * as vscode from 'vscode';
import { type Api, activate as activateOn } from './extension';
import type { StartThread, Thread } from './vscode/bucket/bucket-thread';
import type { ReadPieces } from './vscode/documents/large-tabs';

/** Entry point for desktop and remote extension hosts, which run on Node. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateOn(context, {
    loadFeatures: () => require('./web') as typeof import('./web'),
    startThread: startWorker,
    readPieces,
    realPath: (path) => (require('node:fs') as typeof import('node:fs')).promises.realpath(path),
  });
}

const readPieces: ReadPieces = async function* (path) {
  const { createReadStream } = require('node:fs') as typeof import('node:fs');
  yield* createReadStream(path, { highWaterMark: pieceLength });
};

/** In bytes. */
const pieceLength = 256 * 1024;

const startWorker: StartThread = (workerData, resourceLimits, { onMessage, onEnd }): Thread => {
  // Hardly anybody needs it
  const { Worker } = require('node:worker_threads') as typeof import('node:worker_threads');
  const worker = new Worker(`${__dirname}/worker.js`, { workerData, resourceLimits, execArgv: [] });
  let reason: string | undefined;
  worker.on('message', onMessage);
  worker.on('error', (error: Error) => {
    reason = error.stack ?? error.message;
  });
  worker.on('exit', (code) => onEnd(reason ?? (code === 0 ? undefined : `exit code ${code}`)));
  return { stop: () => void worker.terminate() };
};
