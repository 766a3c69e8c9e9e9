import * as vscode from 'vscode';

/** Whether the editor reads bytes without a byte order mark as UTF-8; `files.encoding` may say something else. */
export function isReadAsUtf8(scope: vscode.ConfigurationScope): boolean {
  const files = vscode.workspace.getConfiguration('files', scope);
  return files.get('encoding') === 'utf8' && files.get('autoGuessEncoding') !== true;
}
