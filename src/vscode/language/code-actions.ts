import * as vscode from 'vscode';
import { acceptTitle } from '../../core/accepted/accepted-texts';
import { compareTitle } from '../../core/assist/compare-copies';
import { showAllTitle } from '../../core/assist/finding-list';
import { aboutRuleTitle, lowerLevels } from '../../core/assist/rule-level-choices';
import { keyOfFinding } from '../../core/check/accepted-matches';
import { type Finding, textToCopy } from '../../core/check/finding';
import { duplicateTrace } from '../../core/rules/duplicate-trace';
import { unknownEvent } from '../../core/rules/unknown-event';
import { findAddition } from '../../core/user-catalog/offer-addition';
import { acceptFindingCommand } from '../accepted/accepting';
import { addToCatalogCommand, canWriteCatalog } from '../catalogs/add-to-catalog';
import type { OpenDocuments } from '../checks/open-documents';
import { showFindingsCommand, showRulesCommand } from '../commands/command-ids';
import { type CopyPair, compareCopiesCommand } from '../commands/compare-copies';
import { copyTextCommand } from '../commands/copy-text';
import { levelOwners, setRuleLevelCommand } from '../commands/rule-levels';
import { readLocalizer } from '../configuration';
import { diagnosticSource, toRange, toTextEdits } from '../documents/convert-ranges';
import { documentSource } from '../documents/document-source';
import { documentLanguages } from '../documents/languages';
import { sourceUriOf } from '../documents/original-uri';
import { guard, type Log } from '../log';

/**
 * Offers the fixes of a finding, then what explains it, and last to lower the level of its rule. No fix is marked as preferred, because fixes edit
 * evidence.
 */
export function registerCodeActions(documents: OpenDocuments, log: Log): vscode.Disposable {
  const provide = async (
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> => {
    const shown = documents.find(document)?.shown;
    if (shown?.version !== document.version) return [];
    const touched = shown.findings.filter((finding) => range.intersection(toRange(document, finding.span)));
    if (touched.length === 0) return [];
    const canEdit = !(await isReadOnly(document));
    // The document may have changed during the await, and with it all positions
    if (shown.version !== document.version) return [];
    const fixes = touched.flatMap((finding) => toFixes(document, finding, { context, canEdit }));
    const prominentRules = touched
      .filter((finding) => finding.severity !== 'hint')
      .map((finding) => finding.rule);
    const rules = [...new Set(touched.map((finding) => finding.rule))];
    const additions = touched.flatMap((finding) => toCatalogActions(document, finding, documents));
    return [
      ...fixes,
      ...touched.flatMap((finding) => toListActions(document, finding)),
      ...touched.flatMap((finding) => toComparisons(document, finding)),
      ...additions,
      ...touched.flatMap((finding) => toAcceptance(document, finding, touched.length > 1, documents)),
      ...rules.map(toExplanation),
      ...rules.flatMap((rule) => toRuleActions(document, rule, prominentRules.includes(rule))),
    ];
  };
  return vscode.languages.registerCodeActionsProvider(
    [...documentLanguages],
    {
      provideCodeActions: (document, range, context) =>
        guard(log, 'code actions', () => provide(document, range, context)),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

interface FixContext {
  readonly context: vscode.CodeActionContext;
  readonly canEdit: boolean;
}

function toFixes(
  document: vscode.TextDocument,
  finding: Finding,
  { context, canEdit }: FixContext,
): vscode.CodeAction[] {
  const fixes = canEdit ? finding.fixes : finding.fixes.filter((fix) => !('edits' in fix));
  return fixes.map((fix) => {
    const { title } = fix;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    if ('edits' in fix) {
      action.edit = new vscode.WorkspaceEdit();
      action.edit.set(document.uri, toTextEdits(document, fix.edits));
    } else {
      const text = textToCopy(fix, documentSource(document));
      action.command = { command: copyTextCommand, title, arguments: [text, fix.changes().length] };
    }
    action.diagnostics = context.diagnostics.filter((diagnostic) =>
      isDiagnosticOf(document, diagnostic, finding),
    );
    return action;
  });
}

/** Offers to compare a copy of a trace with the first one. */
function toComparisons({ uri }: vscode.TextDocument, { rule, span, related }: Finding): vscode.CodeAction[] {
  const [first] = related ?? [];
  if (rule !== duplicateTrace.id || first === undefined) return [];
  const title = compareTitle(readLocalizer());
  const pair: CopyPair = { uri: uri.toString(), first: first.span.offset, other: span.offset };
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: compareCopiesCommand, title, arguments: [pair] };
  return [action];
}

/** Offers to add an unknown event to the workspace catalog if the record names its service. */
function toCatalogActions(
  document: vscode.TextDocument,
  { rule, span }: Finding,
  documents: OpenDocuments,
): vscode.CodeAction[] {
  const folder = vscode.workspace.getWorkspaceFolder(sourceUriOf(document.uri));
  const { isTrusted } = vscode.workspace;
  if (rule !== unknownEvent.id || folder === undefined || (isTrusted && !canWriteCatalog(folder))) return [];
  const trace = documents.find(document)?.file.traceAt(span.offset)?.trace;
  const addition = trace && findAddition(trace, readLocalizer());
  if (addition === undefined) return [];
  const title = isTrusted ? addition.title : addition.untrustedTitle;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = isTrusted
    ? { command: addToCatalogCommand, title, arguments: [folder.uri, addition.event] }
    : { command: 'workbench.trust.manage', title };
  return [action];
}

/** Offers to accept a finding that can be identified from run to run. */
function toAcceptance(
  document: vscode.TextDocument,
  finding: Finding,
  isOneOfSeveral: boolean,
  documents: OpenDocuments,
): vscode.CodeAction[] {
  if (finding.trace === undefined || finding.hidden !== undefined) return [];
  const key = keyOfFinding(finding, documents.find(document)?.file.traceAt(finding.span.offset));
  if (key === undefined) return [];
  const title = acceptTitle(isOneOfSeveral ? finding.rule : undefined, readLocalizer());
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: acceptFindingCommand, title, arguments: [key, sourceUriOf(document.uri)] };
  return [action];
}

function isDiagnosticOf(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  { rule, span }: Finding,
): boolean {
  if (diagnostic.source !== diagnosticSource || !diagnostic.range.isEqual(toRange(document, span)))
    return false;
  const { code } = diagnostic;
  return (typeof code === 'object' ? code.value : code) === rule;
}

/** Leads from a finding that represents others to all of them. */
function toListActions({ uri }: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
  if (finding.hidden === undefined) return [];
  const title = showAllTitle(finding, readLocalizer());
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: showFindingsCommand, title, arguments: [uri, { rule: finding.rule }] };
  return [action];
}

/** Leads to the chapter of a rule. */
function toExplanation(rule: string): vscode.CodeAction {
  const title = aboutRuleTitle(rule, readLocalizer());
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: showRulesCommand, title, arguments: [rule] };
  return action;
}

function toRuleActions(
  { uri }: vscode.TextDocument,
  rule: string,
  isProminent: boolean,
): vscode.CodeAction[] {
  const choice = { isProminent, owners: levelOwners(rule, uri) };
  return lowerLevels(rule, choice, readLocalizer()).map(({ level, owner, title }) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: setRuleLevelCommand, title, arguments: [rule, level, uri, owner] };
    return action;
  });
}

async function isReadOnly({ uri }: vscode.TextDocument): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true) return true;
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions === vscode.FilePermission.Readonly;
  } catch {
    return false;
  }
}
