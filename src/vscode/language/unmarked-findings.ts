import * as vscode from 'vscode';
import { acceptedFindingText, findingText } from '../../core/assist/finding-text';
import { keyOfFinding } from '../../core/check/accepted-matches';
import { type Finding, gravestFirst } from '../../core/check/finding';
import type { LocatedTrace } from '../../core/file/located-traces';
import type { TraceDocument } from '../checks/document-check';
import type { OpenDocuments } from '../checks/open-documents';
import { showRulesCommand } from '../commands/command-ids';
import { ruleLink } from '../commands/show-rules';
import { readLocalizer } from '../configuration';
import { diagnosticSource } from '../documents/convert-ranges';
import { areFindingsElsewhere } from '../documents/open-tabs';
import { areFindingsReported } from '../documents/original-uri';

/** How many diagnostics of a document the editor marks in the text and shows in a hover, those of others included. */
const maxMarked = 500;

/** In the order in which the editor is to mark them: if there are more than it marks, the gravest first. */
export function inMarkingOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.length > maxMarked ? gravestFirst(findings) : findings;
}

/** The findings at an offset that the editor does not mark, and thus does not show in a hover. */
export function findUnmarked(
  documents: OpenDocuments,
  document: vscode.TextDocument,
  offset: number,
): readonly Finding[] {
  const traceDocument = documents.find(document);
  const isSettled = !documents.isChecking(document) && traceDocument?.shown?.version === document.version;
  if (!isSettled || traceDocument?.shown === undefined || !areFindingsReported(document)) return [];
  const found = traceDocument.file.findingsAt(offset);
  if (found.length === 0 || areFindingsElsewhere(document)) return found;
  const others = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source !== diagnosticSource).length;
  const marked = inMarkingOrder(traceDocument.shown.findings).slice(0, Math.max(0, maxMarked - others));
  return found.filter((finding) => !marked.some((other) => isSame(finding, other)));
}

/** One that stands for others says so in its message. */
function isSame(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.span.offset === other.span.offset && one.message === other.message;
}

/** The accepted findings at an offset of a trace, and why they are: nothing else shows them there. */
export function toAcceptedTexts(
  document: vscode.TextDocument,
  { file }: TraceDocument,
  located: LocatedTrace,
  offset: number,
): readonly vscode.MarkdownString[] {
  if (file.acceptedCount === 0) return [];
  const localizer = readLocalizer();
  const lineOf = (at: number): number => document.positionAt(at).line;
  return file.findingsAt(offset, true).flatMap((finding) => {
    const key = keyOfFinding(finding, located);
    const acceptance = key && file.settings.accepted?.find(key);
    if (acceptance === undefined) return [];
    return new vscode.MarkdownString(acceptedFindingText(finding, acceptance, lineOf, localizer));
  });
}

/** Each finding, and a link to its rule in a text of its own, since only that may call a command. */
export function toHoverTexts(
  document: vscode.TextDocument,
  findings: readonly Finding[],
): readonly vscode.MarkdownString[] {
  const localizer = readLocalizer();
  const lineOf = (offset: number): number => document.positionAt(offset).line;
  return findings.flatMap((finding) => [
    new vscode.MarkdownString(findingText(finding, lineOf, localizer)),
    toRuleLink(finding.rule),
  ]);
}

function toRuleLink(rule: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(`[${rule}](${ruleLink(rule).toString()})`);
  markdown.isTrusted = { enabledCommands: [showRulesCommand] };
  return markdown;
}
