import type * as vscode from 'vscode';
import { registerAuditorRules } from './vscode/auditor-rules';
import { registerCodeActions } from './vscode/code-actions';
import { registerCompletion } from './vscode/completion';
import { registerDiagnostics } from './vscode/diagnostics';
import { Documents } from './vscode/documents';
import { registerHover } from './vscode/hover';
import { registerInlayHints } from './vscode/inlay-hints';
import { Log } from './vscode/log';
import { registerLookUp } from './vscode/look-up';
import { registerOutline } from './vscode/outline';
import { registerRuleLevels } from './vscode/rule-levels';

/** Registers every feature. Loaded with the first document that may hold traces, or by the first command. */
export function registerFeatures(context: vscode.ExtensionContext): void {
  const log = new Log();
  const documents = new Documents(log);
  context.subscriptions.push(
    log,
    documents,
    registerDiagnostics(documents, log, context.extensionUri),
    registerHover(documents, log),
    registerCodeActions(documents, log),
    registerCompletion(documents, log),
    registerInlayHints(documents, log),
    registerOutline(documents, log),
    registerRuleLevels(log),
    registerAuditorRules(log),
    registerLookUp(documents, log),
  );
}
