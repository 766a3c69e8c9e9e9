import * as vscode from 'vscode';

/** Opens Markdown in the built-in preview, at the heading of the fragment; as plain text if the preview is disabled. */
export async function showMarkdown(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri.with({ fragment: '' })));
  }
}
