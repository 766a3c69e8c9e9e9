import * as vscode from 'vscode';
import type { Finding } from '../core/finding';
import type { RuleLevel } from '../core/settings';
import { readVoice } from './configuration';
import { diagnosticSource, toRange, toTextEdits } from './convert';
import type { Documents } from './documents';
import { languages } from './languages';
import { guard, type Log } from './log';
import { setRuleLevelCommand } from './rule-levels';

/**
 * Offers the fixes of a finding, none of them as the preferred one: they edit evidence. And offers to turn its rule
 * down.
 */
export function registerCodeActions(documents: Documents, log: Log): vscode.Disposable {
  const provide = async (
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> => {
    const shown = documents.find(document)?.shown;
    if (shown?.version !== document.version) return [];
    const touched = shown.findings.filter((finding) => range.intersection(toRange(document, finding.span)));
    if (touched.length === 0) return [];
    const fixes = (await isReadOnly(document))
      ? []
      : touched.flatMap((finding) => toFixes(document, finding, context));
    const loud = touched.filter((finding) => finding.severity !== 'hint').map((finding) => finding.rule);
    const rules = [...new Set(touched.map((finding) => finding.rule))];
    return [...fixes, ...rules.flatMap((rule) => toRuleActions(rule, loud.includes(rule)))];
  };
  return vscode.languages.registerCodeActionsProvider(
    [...languages],
    {
      provideCodeActions: (document, range, context) =>
        guard(log, 'code actions', () => provide(document, range, context)),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function toFixes(
  document: vscode.TextDocument,
  finding: Finding,
  context: vscode.CodeActionContext,
): vscode.CodeAction[] {
  return finding.fixes.map(({ title, edits }) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(document.uri, toTextEdits(document, edits));
    action.diagnostics = context.diagnostics.filter((diagnostic) => isOf(document, diagnostic, finding));
    return action;
  });
}

function isOf(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  { rule, span }: Finding,
): boolean {
  if (diagnostic.source !== diagnosticSource || !diagnostic.range.isEqual(toRange(document, span)))
    return false;
  const { code } = diagnostic;
  return (typeof code === 'object' ? code.value : code) === rule;
}

function toRuleActions(rule: string, isLoud: boolean): vscode.CodeAction[] {
  const { t } = readVoice();
  const off: [RuleLevel, string] = ['off', t('Turn "{0}" off (settings)', rule)];
  const quiet: [RuleLevel, string] = ['hint', t('Show "{0}" as hints only (settings)', rule)];
  const levels = isLoud ? [quiet, off] : [off];
  return levels.map(([level, title]) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: setRuleLevelCommand, title, arguments: [rule, level] };
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
