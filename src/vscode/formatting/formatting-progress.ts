import * as vscode from 'vscode';
import { formattingText } from '../../core/formatting/formatted-view-messages';
import { readLocalizer } from '../configuration';
import { lengthOfOriginal, type Original } from '../documents/original-text';
import { nameOf } from '../documents/original-uri';
import { type Progress, waiting } from './formatted-views';

/** From this length on, in UTF-16 units, formatting takes long enough for people to notice. */
const noticeableLength = 2_000_000;

/** Runs work on an original; for a large one a notification shows how far it is and can cancel it. */
export async function withProgress<T>(
  original: Original,
  run: (progress: Progress) => Promise<T>,
): Promise<T> {
  if (lengthOfOriginal(original) < noticeableLength) return run(waiting);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: formattingText(nameOf(original.uri), readLocalizer()),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (notification, token) => {
    let shown = 0;
    const report = (done: number): void => {
      const percent = Math.floor(100 * done);
      if (percent <= shown) return;
      notification.report({ increment: percent - shown });
      shown = percent;
    };
    return run({ isWanted: () => !token.isCancellationRequested, report });
  });
}
