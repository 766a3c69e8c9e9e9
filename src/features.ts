import type * as vscode from 'vscode';
import { registerAddToCatalog } from './vscode/add-to-catalog';
import { registerAuditorRules } from './vscode/auditor-rules';
import { registerCatalogDiagnostics } from './vscode/catalog-diagnostics';
import { Catalogs } from './vscode/catalogs';
import { registerCodeActions } from './vscode/code-actions';
import { registerCompletion } from './vscode/completion';
import { registerContextKeys } from './vscode/context-keys';
import { registerCopyText } from './vscode/copy-text';
import { registerCounterparts } from './vscode/counterparts';
import { registerDiagnostics } from './vscode/diagnostics';
import { Documents } from './vscode/documents';
import { registerExample } from './vscode/example';
import { registerFormatted } from './vscode/formatted';
import { registerHover } from './vscode/hover';
import { registerInlayHints } from './vscode/inlay-hints';
import { registerJsonLines } from './vscode/json-lines';
import { Log } from './vscode/log';
import { registerLookUp } from './vscode/look-up';
import { registerOutline } from './vscode/outline';
import { Resources } from './vscode/resources';
import { registerRuleLevels } from './vscode/rule-levels';
import { registerShowRules } from './vscode/show-rules';
import { registerStatus } from './vscode/status';

/**
 * Registers every feature. Loaded with the first document that may hold traces, or by the first command.
 *
 * @returns how long the extension host was held each time, in milliseconds
 */
export function registerFeatures(context: vscode.ExtensionContext): readonly number[] {
  const log = new Log();
  const catalogs = new Catalogs(log);
  const documents = new Documents(catalogs, log);
  const resources = new Resources();
  context.subscriptions.push(
    log,
    catalogs,
    documents,
    registerDiagnostics(documents, log, context.extensionUri),
    registerHover(documents, resources, log),
    registerCounterparts(documents, resources, log),
    registerCatalogDiagnostics(catalogs, log, context.extensionUri),
    registerCodeActions(documents, log),
    registerCopyText(log),
    registerCompletion(documents, log),
    registerInlayHints(documents, log),
    registerOutline(documents, log),
    registerStatus(documents, log),
    registerContextKeys(documents),
    registerFormatted(log),
    registerJsonLines(log),
    registerShowRules(log, context.extensionUri),
    registerExample(log),
    registerRuleLevels(log),
    registerAddToCatalog(catalogs, log),
    registerAuditorRules(log),
    registerLookUp(documents, catalogs, log),
  );
  return documents.sliceTimes;
}
