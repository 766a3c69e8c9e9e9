import * as vscode from 'vscode';
import {
  cancelledText,
  checkingTitle,
  chooseFolderButton,
  chooseFolderTitle,
  noFolderText,
  progressText,
  resultText,
  showProblemsButton,
  showViewButton,
} from '../../core/bucket/bucket-texts';
import { bucketViewId, checkFolderCommand, checkWorkspaceCommand } from '../commands/command-ids';
import { readLocalizer } from '../configuration';
import { findUri, nameOf } from '../documents/original-uri';
import { guard, type Log } from '../log';
import type { BucketCheck } from './bucket-check';
import { sayIfFailing } from './say-if-failing';

/** Registers the commands that check a folder, and all folders of the workspace. */
export function registerCheckFolder(check: BucketCheck, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(checkFolderCommand, (uri: unknown, selected: unknown) =>
      guard(log, checkFolderCommand, async () => {
        const folders = foldersOf(uri, selected);
        const chosen = folders.length > 0 ? folders : await chooseFolder();
        if (chosen.length > 0) await sayIfFailing(() => checkFolders(check, chosen));
      }),
    ),
    vscode.commands.registerCommand(checkWorkspaceCommand, () =>
      guard(log, checkWorkspaceCommand, async () => {
        const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
        if (folders.length > 0) await sayIfFailing(() => checkFolders(check, folders));
        else void vscode.window.showInformationMessage(noFolderText(readLocalizer()));
      }),
    ),
  );
}

/** From the explorer: the folder that was clicked, or all that are selected. */
export function foldersOf(uri: unknown, selected: unknown): readonly vscode.Uri[] {
  const all = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : [];
  if (all.length > 0) return all;
  const one = findUri(uri);
  return one ? [one] : [];
}

export async function chooseFolder(): Promise<readonly vscode.Uri[]> {
  const localizer = readLocalizer();
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    title: chooseFolderTitle(localizer),
    openLabel: chooseFolderButton(localizer),
  });
  return chosen ?? [];
}

/** Checks folders with a notification that tells the progress and can cancel, and then what was found. */
async function checkFolders(check: BucketCheck, folders: readonly vscode.Uri[]): Promise<void> {
  const localizer = readLocalizer();
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: checkingTitle(folders.map(nameOf), localizer),
    cancellable: true,
  };
  const bucket = await vscode.window.withProgress(options, (notification, token) => {
    let before = 0;
    return check.check(
      folders,
      {},
      (progress) => {
        const { files, total } = progress;
        const increment = total === undefined ? undefined : ((files - before) / total) * 100;
        before = files;
        notification.report({
          message: progressText(progress, localizer),
          ...(increment && { increment }),
        });
      },
      token,
    );
  });
  if (bucket === undefined) void vscode.window.showInformationMessage(cancelledText(localizer));
  else void offerViews(resultText(bucket.report, localizer));
}

/** Says what was found, and offers to show it. */
export async function offerViews(text: string, isWarning = false): Promise<void> {
  const localizer = readLocalizer();
  const [view, problems] = [showViewButton(localizer), showProblemsButton(localizer)];
  const { showInformationMessage, showWarningMessage } = vscode.window;
  const chosen = await (isWarning ? showWarningMessage : showInformationMessage)(text, view, problems);
  if (chosen === view) await vscode.commands.executeCommand(`${bucketViewId}.focus`);
  if (chosen === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
