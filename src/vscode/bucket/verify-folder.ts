import * as vscode from 'vscode';
import { progressText } from '../../core/bucket/bucket-texts';
import { overallVerdict } from '../../core/bucket/verify-report';
import { cannotVerifyText, verifyingTitle, verifyResultText } from '../../core/bucket/verify-texts';
import { verifyFolderCommand } from '../commands/command-ids';
import { readLocalizer } from '../configuration';
import { nameOf } from '../documents/original-uri';
import { guard, type Log } from '../log';
import type { BucketVerify } from './bucket-verify';
import { chooseFolder, foldersOf, offerViews } from './check-folder';
import { sayIfFailing } from './say-if-failing';

/** Registers the command that compares the trace files of a folder with the digests beside them. */
export function registerVerifyFolder(verify: BucketVerify, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(verifyFolderCommand, (uri: unknown, selected: unknown) =>
    guard(log, verifyFolderCommand, async () => {
      const folders = foldersOf(uri, selected);
      const chosen = folders.length > 0 ? folders : await chooseFolder();
      if (chosen.length === 0) return;
      if (verify.canVerify(chosen)) await sayIfFailing(() => verifyFolders(verify, chosen));
      else void vscode.window.showInformationMessage(cannotVerifyText(readLocalizer()));
    }),
  );
}

async function verifyFolders(verify: BucketVerify, folders: readonly vscode.Uri[]): Promise<void> {
  const localizer = readLocalizer();
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: verifyingTitle(folders.map(nameOf), localizer),
    cancellable: true,
  };
  const report = await vscode.window.withProgress(options, (notification, token) =>
    verify.verify(
      folders,
      (progress) => notification.report({ message: progressText(progress, localizer) }),
      token,
    ),
  );
  if (report !== undefined)
    void offerViews(verifyResultText(report, localizer), overallVerdict(report) === 'does-not-hold');
}
