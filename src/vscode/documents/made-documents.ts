import * as vscode from 'vscode';

/** The scheme of the two sides of a comparison of copies. */
export const copyScheme = 'cts-trace-copy';
/** The scheme of the documents that explain events. */
export const explanationScheme = 'cts-trace-explanation';

/** The scheme of parts of files that are too large to be shown. */
export const partScheme = 'cts-trace-part';

/** The scheme of excerpts of such files: their traces with findings. */
export const excerptScheme = 'cts-trace-findings';

/** The schemes of read-only documents whose text the extension makes. A restored window asks for them at once. */
export const madeSchemes = [copyScheme, explanationScheme, partScheme, excerptScheme] as const;

type MadeScheme = (typeof madeSchemes)[number];

type ContentOf = (uri: vscode.Uri) => Thenable<string | undefined>;

/** Registers what makes the text of the documents of a scheme. */
export function registerContent(
  scheme: MadeScheme,
  contentOf: ContentOf,
  onDidChange?: vscode.Event<vscode.Uri>,
): vscode.Disposable {
  const provider = { provideTextDocumentContent: contentOf, ...(onDidChange && { onDidChange }) };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    vscode.commands.registerCommand(commandFor(scheme), (uri: vscode.Uri) => contentOf(uri)),
  );
}

/**
 * Registers what answers before {@link registerContent} does. It stays: the editor may ask it again for a text that it asked
 * it for before.
 *
 * @param start loads the features, unless they are loaded
 */
export function registerEarlyContent(start: () => void): vscode.Disposable {
  const provide = (scheme: MadeScheme): vscode.TextDocumentContentProvider => ({
    provideTextDocumentContent: (uri) => {
      start();
      return vscode.commands.executeCommand<string | undefined>(commandFor(scheme), uri);
    },
  });
  return vscode.Disposable.from(
    ...madeSchemes.map((scheme) =>
      vscode.workspace.registerTextDocumentContentProvider(scheme, provide(scheme)),
    ),
  );
}

function commandFor(scheme: MadeScheme): string {
  return `ctsTrace.contentOf.${scheme}`;
}
