import type * as vscode from 'vscode';
import { registerCodeActions } from './vscode/code-actions';
import { registerDiagnostics } from './vscode/diagnostics';
import { Documents } from './vscode/documents';
import { registerHover } from './vscode/hover';
import { Log } from './vscode/log';
import { registerRuleLevels } from './vscode/rule-levels';

/** Registers every feature; the entries for desktop and web call it. */
export function activate(context: vscode.ExtensionContext): void {
  const log = new Log();
  const documents = new Documents(log);
  context.subscriptions.push(
    log,
    documents,
    registerDiagnostics(documents, log, context.extensionUri),
    registerHover(documents, log),
    registerCodeActions(documents, log),
    registerRuleLevels(log),
  );
}
