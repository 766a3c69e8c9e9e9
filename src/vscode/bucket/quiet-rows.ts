import * as vscode from 'vscode';

/** The editor does not let extensions strike rows through, so what is settled is paler. */
export function quietColor(): vscode.ThemeColor {
  return new vscode.ThemeColor('disabledForeground');
}

/** The resource of all rows that are paler. */
export function quietUri(): vscode.Uri {
  return vscode.Uri.from({ scheme: quietScheme, path: '/' });
}

const quietScheme = 'cts-trace-quiet';

/** Lets the editor colour the labels of quiet rows. */
export function registerQuietRows(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme }) =>
      scheme === quietScheme ? new vscode.FileDecoration(undefined, undefined, quietColor()) : undefined,
  });
}
