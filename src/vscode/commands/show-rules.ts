import * as vscode from 'vscode';
import { guard, type Log } from '../log';
import { rulesDocumentIn } from '../rules-document';
import { showRulesCommand } from './command-ids';
import { showMarkdown } from './markdown-preview';

/**
 * Registers the command that shows the rules document shipped with the extension, in the language of findings. With the
 * id of a rule, as the links of findings call it, it scrolls to the chapter of that rule.
 */
export function registerShowRules(log: Log, extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(showRulesCommand, (rule: unknown) =>
    guard(log, showRulesCommand, () => {
      const fragment = typeof rule === 'string' ? rule : '';
      return showMarkdown(rulesDocumentIn(extensionUri).with({ fragment }));
    }),
  );
}

/** What a finding links to: the chapter of its rule, rendered. */
export function ruleLink(rule: string): vscode.Uri {
  const known = links.get(rule);
  if (known) return known;
  const link = vscode.Uri.from({ scheme: 'command', path: showRulesCommand, query: JSON.stringify(rule) });
  links.set(rule, link);
  return link;
}

/** One for each rule: a document has up to a thousand findings, and they are shown again after every edit. */
const links = new Map<string, vscode.Uri>();
