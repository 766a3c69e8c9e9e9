import type * as vscode from 'vscode';
import {
  type BucketMessage,
  type CheckTask,
  threadLimits,
  type VerifyTask,
} from '../../core/bucket/bucket-request';

/** A thread of the desktop's extension host that runs dist/worker.js. */
export interface Thread {
  stop(): void;
}

export interface ThreadEvents {
  onMessage(message: unknown): void;
  /** @param reason why, unless it did what it was started for */
  onEnd(reason: string | undefined): void;
}

/** @param limits how much memory it may take; see `ResourceLimits` of Node */
export type StartThread = (
  task: unknown,
  limits: Readonly<Record<string, number>>,
  events: ThreadEvents,
) => Thread;

/**
 * Checks or verifies folders of the file system in threads.
 *
 * @returns whether it came to its end: false if it was cancelled
 */
export function runInThread(
  task: CheckTask | VerifyTask,
  start: StartThread,
  take: (message: BucketMessage) => void,
  token: vscode.CancellationToken,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const thread = start(task, threadLimits, {
      onMessage: (message) => {
        // What the program of the thread sends
        if (!token.isCancellationRequested) take(message as BucketMessage);
      },
      onEnd: (reason) => {
        cancelled.dispose();
        if (reason === undefined || token.isCancellationRequested) resolve(!token.isCancellationRequested);
        else reject(new Error(reason));
      },
    });
    const cancelled = token.onCancellationRequested(() => {
      cancelled.dispose();
      thread.stop();
      resolve(false);
    });
  });
}
