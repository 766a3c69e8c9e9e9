const vscode = require('vscode');

/** Opens the sample to start with and the Problems panel, unless the window has restored something. */
async function activate() {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const isAnythingOpen = vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
  if (folder === undefined || isAnythingOpen) return;
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'start-here.json'));
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

module.exports = { activate };
