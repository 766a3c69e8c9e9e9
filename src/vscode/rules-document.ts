import * as vscode from 'vscode';
import { readLanguage } from './configuration';

/** The rules document shipped with the extension, in the language of findings. */
export function rulesDocumentIn(extensionUri: vscode.Uri): vscode.Uri {
  const name = readLanguage() === 'zh-cn' ? 'rules.zh-cn.md' : 'rules.md';
  return vscode.Uri.joinPath(extensionUri, 'docs', name);
}
