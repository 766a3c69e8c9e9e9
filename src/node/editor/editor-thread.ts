import { parentPort, workerData } from 'node:worker_threads';
import type { BucketMessage, CheckTask } from '../../core/bucket/bucket-request';
import { checkBucket } from './bucket-check';

/** Does what the editor started this thread for. @param script the program itself, which further threads run */
export async function runEditorTask(script: string): Promise<void> {
  const port = parentPort;
  if (port === null || !isCheckTask(workerData)) return;
  const send = (message: BucketMessage): void => port.postMessage(message);
  try {
    await checkBucket(workerData.request, script, send);
  } catch (error) {
    send({ kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function isCheckTask(data: unknown): data is CheckTask {
  return typeof data === 'object' && data !== null && 'task' in data && 'request' in data;
}
