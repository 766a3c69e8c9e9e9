import { parentPort, workerData } from 'node:worker_threads';
import type { BucketMessage, CheckTask, VerifyTask } from '../../core/bucket/bucket-request';
import { checkBucket } from './bucket-check';
import { verifyBucket } from './bucket-verify';

/** Does what the editor started this thread for. @param script the program itself, which further threads run */
export async function runEditorTask(script: string): Promise<void> {
  const port = parentPort;
  if (port === null || !isTask(workerData)) return;
  const send = (message: BucketMessage): void => port.postMessage(message);
  try {
    if (workerData.task === 'check') await checkBucket(workerData.request, script, send);
    else await verifyBucket(workerData.request, send);
  } catch (error) {
    send({ kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function isTask(data: unknown): data is CheckTask | VerifyTask {
  return typeof data === 'object' && data !== null && 'task' in data && 'request' in data;
}
