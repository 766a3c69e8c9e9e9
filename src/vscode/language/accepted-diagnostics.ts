import * as vscode from 'vscode';
import type { AcceptedFiles } from '../accepted/accepted-files';
import { guard, type Log } from '../log';
import { spanDiagnostics } from './span-diagnostics';

/** Shows what is wrong in files of accepted findings; one with problems is ignored as a whole. */
export function registerAcceptedDiagnostics(accepted: AcceptedFiles, log: Log): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('cts-trace-accepted');
  const show = (): void => {
    collection.clear();
    for (const { uri, text, problems } of accepted.files)
      if (uri) collection.set(uri, spanDiagnostics(text, problems));
  };
  const listener = accepted.onDidLoad(() => void guard(log, 'accepted diagnostics', show));
  return vscode.Disposable.from(collection, listener);
}
