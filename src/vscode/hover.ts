import * as vscode from 'vscode';

/** Explains the event name under the pointer. */
export function registerHover(): vscode.Disposable {
  return vscode.languages.registerHoverProvider('json', {
    provideHover(document, position) {
      const range = document.getWordRangeAtPosition(position, /createImages?/);
      return range && new vscode.Hover('**createImage** · Create image · 创建镜像', range);
    },
  });
}
