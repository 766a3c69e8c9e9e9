import * as vscode from 'vscode';
import {
  evidenceQuestion,
  placeQuestion,
  saveDialogTexts,
  settingNotWrittenText,
} from '../../core/accepted/accepted-texts';
import { readLocalizer } from '../configuration';
import type { Log } from '../log';
import { acceptedSetting, isNamedByWorkspace, pathOf, writeAcceptedPath } from './accepted-setting';
import { isWithin } from './evidence-folders';

const suffix = '.cts-accepted.json';
const defaultName = `review${suffix}`;

/**
 * Asks where accepted findings are to be kept, and again if that is among the evidence.
 *
 * @param source the file with the finding, or the folder that was checked with it
 * @param checked folders that have been checked
 * @returns `undefined` if the user gave up
 */
export async function chooseFile(
  source: vscode.Uri,
  checked: readonly vscode.Uri[],
): Promise<vscode.Uri | undefined> {
  const { message, detail, choose } = placeQuestion(acceptedSetting, isNamedByWorkspace(), readLocalizer());
  const answer = await vscode.window.showInformationMessage(message, { modal: true, detail }, choose);
  if (answer !== choose) return undefined;
  const folder = vscode.workspace.getWorkspaceFolder(source)?.uri;
  const isFolder = checked.some((each) => each.toString() === source.toString());
  const own = isFolder ? source : vscode.Uri.joinPath(source, '..');
  const evidence = [...checked, own, ...(folder ? [folder] : [])];
  // Beside the evidence, not in it
  let proposed = vscode.Uri.joinPath(folder ?? own, '..', defaultName);
  for (;;) {
    const chosen = await askFile(proposed);
    if (chosen === undefined || !evidence.some((each) => isWithin(chosen, each))) return chosen;
    const question = evidenceQuestion(nameOf(chosen), readLocalizer());
    const options = { modal: true, detail: question.detail };
    const next = await vscode.window.showWarningMessage(
      question.message,
      options,
      question.again,
      question.anyway,
    );
    if (next === question.anyway) return chosen;
    if (next !== question.again) return undefined;
    proposed = chosen;
  }
}

async function askFile(defaultUri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showSaveDialog({
    ...saveDialogTexts(readLocalizer()),
    defaultUri,
    filters: { JSON: ['json'] },
  });
  return chosen;
}

/** Names a file in the settings, and says how if that fails. */
export async function nameInSettings(file: vscode.Uri, log: Log): Promise<void> {
  try {
    await writeAcceptedPath(file);
  } catch (error) {
    log.error(acceptedSetting, error);
    void vscode.window.showErrorMessage(
      settingNotWrittenText(nameOf(file), acceptedSetting, readLocalizer()),
    );
  }
}

function nameOf(file: vscode.Uri): string {
  return pathOf(file);
}
