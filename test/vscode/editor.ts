import * as vscode from 'vscode';

/** In milliseconds; generous, since the machine may be busy. */
const timeout = 45_000;

/** Opens a file of the first workspace folder in an editor. */
export async function openFile(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The window has no workspace');
  return show(vscode.Uri.joinPath(folder.uri, name));
}

/** Opens a document in an editor. */
export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Waits until the extension's diagnostics of a document satisfy a condition, and returns them. */
export async function diagnosticsOf(
  uri: vscode.Uri,
  areExpected = (diagnostics: readonly vscode.Diagnostic[]) => diagnostics.length > 0,
  timeout = 20_000,
): Promise<readonly vscode.Diagnostic[]> {
  const read = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'cts');
  return new Promise((resolve, reject) => {
    const settle = () => {
      const diagnostics = read();
      if (!areExpected(diagnostics)) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(diagnostics);
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(settle);
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`The diagnostics are not what was expected: ${JSON.stringify(read())}`));
    }, timeout);
    settle();
  });
}

/** Diagnostics as strings: severity, rule and the text of the range. */
export function shownOf(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): string[] {
  return diagnostics.map(({ severity, code, range }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return `${vscode.DiagnosticSeverity[severity]} ${rule} ${document.getText(range)}`;
  });
}

/** The texts of hovers, without the links that call commands. */
export function textsOf(hovers: readonly vscode.Hover[]): string[] {
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.flatMap((part) => {
    if (typeof part === 'string') return part;
    return part instanceof vscode.MarkdownString && part.isTrusted ? [] : part.value;
  });
}

/** The content of all hovers inside the first occurrence of a string. */
export async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return textsOf(hovers).join('\n');
}

/** Waits for quick fixes and returns them: none are offered while a check of the latest text is pending. */
export function quickFixesAt(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const command = 'vscode.executeCodeActionProvider';
  const read = async () => {
    try {
      return await vscode.commands.executeCommand<vscode.CodeAction[]>(command, uri, range, kind);
    } catch (error) {
      // The editor cancels the request if the document changes meanwhile
      if (error instanceof Error && error.name === 'Canceled') return [];
      throw error;
    }
  };
  return until(read, (actions) => actions.length > 0);
}

/** Opens an untitled document in an editor. */
export async function openText(content: string, language = 'json'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Polls until the value is as expected, and returns it. */
export async function until<T>(read: () => Thenable<T>, isExpected: (found: T) => boolean): Promise<T> {
  const end = performance.now() + timeout;
  for (;;) {
    const found = await read();
    if (isExpected(found)) return found;
    if (performance.now() > end) throw new Error(`Not what was expected: ${JSON.stringify(found)}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}
