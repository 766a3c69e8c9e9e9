import * as vscode from 'vscode';
import { findSoughtValue } from '../../core/assist/sought-value';
import { showTracesTitle } from '../../core/assist/trace-rows';
import type { Finding } from '../../core/check/finding';
import { explainAt } from '../../core/explain/explain';
import { shiftSpan } from '../../core/text/span';
import type { OpenDocuments } from '../checks/open-documents';
import { showTracesCommand } from '../commands/command-ids';
import { readExplainSettings, readLocalizer } from '../configuration';
import { toRange } from '../documents/convert-ranges';
import { documentLanguages } from '../documents/languages';
import { guard, type Log } from '../log';
import { findRelated } from './hover-context';
import type { Resources } from './resource-index';
import { findUnmarked, toAcceptedTexts, toHoverTexts } from './unmarked-findings';

/** Explains the event, field or value under the cursor, and states the findings there that the editor does not mark. */
export function registerHover(documents: OpenDocuments, resources: Resources, log: Log): vscode.Disposable {
  const provideHover = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> => {
    const { version } = document;
    const traceDocument = documents.find(document);
    const at = document.offsetAt(position);
    const findings = findUnmarked(documents, document, at);
    const located = traceDocument?.file.traceAt(at);
    if (traceDocument === undefined || located === undefined) return toHover(document, findings);
    const offset = at - located.start;
    const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
    const where = { traceDocument, located, offset, isWanted };
    const related = documents.isChecking(document) ? {} : await findRelated(where, resources);
    if (!isWanted()) return undefined;
    const settings = { ...readExplainSettings(traceDocument.file.catalog), ...related };
    const explanation = explainAt(located.trace, offset, settings);
    const sought = findSoughtValue(located.trace, offset);
    const span = explanation?.span ?? sought?.span;
    const accepted = toAcceptedTexts(document, traceDocument, located, at);
    if (span === undefined) return toHover(document, findings, accepted);
    const contents = [...toHoverTexts(document, findings), ...accepted];
    if (explanation) contents.push(new vscode.MarkdownString(explanation.markdown));
    if (sought) contents.push(showTracesLink(document, at));
    return new vscode.Hover(contents, toRange(document, shiftSpan(span, located.start)));
  };
  return vscode.languages.registerHoverProvider([...documentLanguages], {
    provideHover: (document, position, token) =>
      guard(log, 'hover', () => provideHover(document, position, token)),
  });
}

/** Of findings where there is nothing else to explain. */
function toHover(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  accepted: readonly vscode.MarkdownString[] = [],
): vscode.Hover | undefined {
  const contents = [...toHoverTexts(document, findings), ...accepted];
  const [first] = findings;
  return contents.length === 0
    ? undefined
    : new vscode.Hover(contents, first && toRange(document, first.span));
}

/** The only Markdown that may call a command: one command, in a text of its own that holds nothing of the file. */
function showTracesLink(document: vscode.TextDocument, offset: number): vscode.MarkdownString {
  const place = encodeURIComponent(JSON.stringify([document.uri.toString(), offset]));
  const link = `[${showTracesTitle(readLocalizer())}](command:${showTracesCommand}?${place})`;
  const markdown = new vscode.MarkdownString(link);
  markdown.isTrusted = { enabledCommands: [showTracesCommand] };
  return markdown;
}
