import * as vscode from 'vscode';
import { completeAt } from '../../core/assist/completion/complete';
import type { Completion, Completions } from '../../core/assist/completion/completion-item';
import { shiftSpan } from '../../core/text/span';
import type { OpenDocuments } from '../checks/open-documents';
import { readExplainSettings } from '../configuration';
import { toRange } from '../documents/convert-ranges';
import { documentLanguages } from '../documents/languages';
import { guard, type Log } from '../log';

/** Offers values that fit the other fields of the trace under the cursor. */
export function registerCompletion(documents: OpenDocuments, log: Log): vscode.Disposable {
  const offered = new WeakMap<vscode.CompletionItem, Completion>();
  const provide = (document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] => {
    const offset = document.offsetAt(position);
    const file = documents.findCurrent(document)?.file;
    const located = file?.traceAt(offset);
    if (file === undefined || located === undefined) return [];
    const settings = readExplainSettings(file.catalog);
    const completions = completeAt(located.trace, offset - located.start, settings);
    if (completions === undefined) return [];
    const range = toRange(document, shiftSpan(completions.span, located.start));
    return toItems(completions, { range, isQuoted: document.getText(range).startsWith('"') }, offered);
  };
  const resolve = (item: vscode.CompletionItem): vscode.CompletionItem => {
    const completion = offered.get(item);
    if (completion) item.documentation = new vscode.MarkdownString(completion.explain());
    return item;
  };
  return vscode.languages.registerCompletionItemProvider(
    [...documentLanguages],
    {
      provideCompletionItems: (document, position) =>
        guard(log, 'completion', () => provide(document, position)),
      resolveCompletionItem: (item) => guard(log, 'completion', () => resolve(item)),
    },
    '"',
  );
}

interface Replacement {
  readonly range: vscode.Range;
  /** Whether the replaced text starts with a quotation mark: the editor matches all of it against the filter text. */
  readonly isQuoted: boolean;
}

function toItems(
  { items }: Completions,
  { range, isQuoted }: Replacement,
  offered: WeakMap<vscode.CompletionItem, Completion>,
): vscode.CompletionItem[] {
  return items.map((completion, index) => {
    const { value, detail, isWithdrawn } = completion;
    const item = new vscode.CompletionItem(
      { label: value, description: detail },
      vscode.CompletionItemKind.EnumMember,
    );
    item.detail = detail;
    item.range = range;
    item.insertText = JSON.stringify(value);
    item.filterText = isQuoted ? item.insertText : value;
    item.sortText = sortTextOf(index);
    if (isWithdrawn) item.tags = [vscode.CompletionItemTag.Deprecated];
    offered.set(item, completion);
    return item;
  });
}

/** The leading space sorts items before those of other providers, which start with a quotation mark. */
function sortTextOf(index: number): string {
  return ` ${String(index).padStart(6, '0')}`;
}
