import * as vscode from 'vscode';
import type { SnippetCompletion } from '../../core/assist/completion/complete-keys';
import type { Completion } from '../../core/assist/completion/completion-item';
import { type Offer, offerBetweenTraces, offerInTrace } from '../../core/assist/completion/offer';
import { surroundingsOf } from '../../core/assist/surroundings';
import type { ExplainSettings } from '../../core/explain/parts/explanation';
import { shiftSpan } from '../../core/text/span';
import type { Catalogs } from '../catalogs/catalogs';
import type { OpenDocuments } from '../checks/open-documents';
import { readExplainSettings } from '../configuration';
import { toRange } from '../documents/convert-ranges';
import { documentSource } from '../documents/document-source';
import { documentLanguages, isJsonLines } from '../documents/languages';
import { guard, type Log } from '../log';

type Explained = Pick<Completion, 'explain'>;

/** Offers keys, values that fit the other fields, and whole traces. */
export function registerCompletion(
  documents: OpenDocuments,
  catalogs: Catalogs,
  log: Log,
): vscode.Disposable {
  const offered = new WeakMap<vscode.CompletionItem, Explained>();
  const provide = (document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] => {
    const file = documents.findCurrent(document)?.file;
    const settings = readExplainSettings(file?.catalog ?? catalogs.of(document));
    const offer = findOffer({ document, position, file }, settings);
    return offer ? toItems(offer, document, offered) : [];
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

interface Place {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly file: Parameters<typeof surroundingsOf>[0]['file'];
}

/** The offer with spans that count from the beginning of the document. */
function findOffer({ document, position, file }: Place, settings: ExplainSettings): Offer | undefined {
  const offset = document.offsetAt(position);
  const shifted = (offer: Offer | undefined, by: number): Offer | undefined =>
    offer && { ...offer, span: shiftSpan(offer.span, by) };
  const located = file?.traceAt(offset);
  if (located) return shifted(offerInTrace(located.trace, offset - located.start, settings), located.start);
  const source = documentSource(document);
  const surroundings = surroundingsOf({ file, source, path: document.uri.path, offset });
  const isOneLine = isJsonLines(document);
  return surroundings && shifted(offerBetweenTraces(surroundings, isOneLine, settings), surroundings.base);
}

function toItems(
  offer: Offer,
  document: vscode.TextDocument,
  offered: WeakMap<vscode.CompletionItem, Explained>,
): vscode.CompletionItem[] {
  const range = toRange(document, offer.span);
  // The editor matches all of the replaced text against the filter text
  const isQuoted = document.getText(range).startsWith('"');
  const toItem = (
    item: vscode.CompletionItem,
    explained: Explained,
    index: number,
  ): vscode.CompletionItem => {
    item.range = range;
    item.sortText = sortTextOf(index);
    offered.set(item, explained);
    return item;
  };
  return offer.kind === 'values'
    ? offer.items.map((value, index) => toItem(valueItem(value, isQuoted), value, index))
    : offer.items.map((snippet, index) => toItem(snippetItem(snippet, isQuoted), snippet, index));
}

function valueItem({ value, detail, isWithdrawn }: Completion, isQuoted: boolean): vscode.CompletionItem {
  const label = { label: value, description: detail };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.EnumMember);
  item.detail = detail;
  item.insertText = JSON.stringify(value);
  item.filterText = isQuoted ? item.insertText : value;
  if (isWithdrawn) item.tags = [vscode.CompletionItemTag.Deprecated];
  return item;
}

function snippetItem(
  { kind, label, detail, snippet, suggestsNext }: SnippetCompletion,
  isQuoted: boolean,
): vscode.CompletionItem {
  const ofEditor = kind === 'key' ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Snippet;
  const item = new vscode.CompletionItem({ label, description: detail }, ofEditor);
  item.detail = detail;
  item.insertText = new vscode.SnippetString(snippet);
  item.filterText = isQuoted ? JSON.stringify(label) : label;
  if (suggestsNext) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}

/** The leading space sorts items before those of other providers, which start with a quotation mark. */
function sortTextOf(index: number): string {
  return ` ${String(index).padStart(6, '0')}`;
}
