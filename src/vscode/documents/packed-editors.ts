import * as vscode from 'vscode';

/** The editor that opens packed files of a bucket by itself, and the one that is offered for any other. */
export const packedEditors = { automatic: 'ctsTrace.packedTraces', chosen: 'ctsTrace.packedJson' } as const;

export type PackedEditor = (typeof packedEditors)[keyof typeof packedEditors];

/** What the editor waits for: the panel that it made for a packed file. */
export type ResolvePanel = (
  uri: vscode.Uri,
  panel: vscode.WebviewPanel,
  editor: PackedEditor,
) => Promise<void>;

/** Registered with the features: the panels of packed files are passed to it. */
const resolveCommand = 'ctsTrace.resolvePackedFile';

export function registerPanels(resolve: ResolvePanel): vscode.Disposable {
  return vscode.commands.registerCommand(resolveCommand, resolve);
}

/**
 * Registers the editors of packed files before the features are loaded.
 *
 * @param start loads the features, unless they are loaded
 */
export function registerPackedEditors(start: () => void): vscode.Disposable {
  const provide = (editor: PackedEditor): vscode.CustomReadonlyEditorProvider => ({
    openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
    resolveCustomEditor: async ({ uri }, panel) => {
      start();
      await vscode.commands.executeCommand(resolveCommand, uri, panel, editor);
    },
  });
  return vscode.Disposable.from(
    ...Object.values(packedEditors).map((editor) =>
      vscode.window.registerCustomEditorProvider(editor, provide(editor), {
        supportsMultipleEditorsPerDocument: true,
      }),
    ),
  );
}
