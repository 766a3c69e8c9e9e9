import * as vscode from 'vscode';
import { type OutlineEntry, outline, outlineTitle } from '../../core/assist/outline';
import type { TimeZone } from '../../core/text/zoned-time';
import type { OpenDocuments } from '../checks/open-documents';
import { readLocalizer, readTimeZone, section, timeZoneSetting } from '../configuration';
import { toRange } from '../documents/convert-ranges';
import { documentLanguages } from '../documents/languages';
import { runInSlices } from '../documents/time-slices';
import { guard, type Log } from '../log';

/** The symbols of one version of a document. */
interface CachedSymbols {
  readonly version: number;
  readonly language: string;
  readonly timeZone: TimeZone;
  readonly symbols: vscode.DocumentSymbol[];
}

/** Lists the traces of a file in the outline, breadcrumbs and "Go to Symbol", next to the editor's own JSON symbols. */
export function registerOutline(documents: OpenDocuments, log: Log): vscode.Disposable {
  const cache = new WeakMap<vscode.TextDocument, CachedSymbols>();
  const provide = async (
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> => {
    const traceDocument = await documents.whenChecked(document);
    if (traceDocument === undefined || token.isCancellationRequested) return undefined;
    const { version } = document;
    const localizer = readLocalizer();
    const cached = cache.get(document);
    const { timeZone } = readTimeZone();
    const key = { version, language: localizer.language, timeZone };
    if (cached !== undefined && isSame(cached, key)) return cached.symbols;
    const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
    const symbols: vscode.DocumentSymbol[] = [];
    const take = (entry: OutlineEntry | undefined): void => {
      if (entry) symbols.push(toSymbol(document, entry));
    };
    await runInSlices(outline(traceDocument.file, localizer, timeZone), { take, isWanted });
    if (!isWanted()) return undefined;
    cache.set(document, { ...key, symbols });
    return symbols;
  };
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols: (document, token) => guard(log, 'outline', () => provide(document, token)),
  };
  return registerAnew(provider);
}

type Key = Omit<CachedSymbols, 'symbols'>;

function isSame(one: Key, other: Key): boolean {
  return one.version === other.version && one.language === other.language && one.timeZone === other.timeZone;
}

/**
 * The group label is fixed at registration, and the editor asks again for the symbols of an unchanged document after a
 * registration only: so a change of language or time zone needs a new one.
 */
function registerAnew(provider: vscode.DocumentSymbolProvider): vscode.Disposable {
  const register = (): vscode.Disposable =>
    vscode.languages.registerDocumentSymbolProvider([...documentLanguages], provider, {
      label: outlineTitle(readLocalizer()),
    });
  let registration = register();
  const listener = vscode.workspace.onDidChangeConfiguration((event) => {
    const names = [`${section}.language`, timeZoneSetting];
    if (!names.some((name) => event.affectsConfiguration(name))) return;
    registration.dispose();
    registration = register();
  });
  return { dispose: () => vscode.Disposable.from(registration, listener).dispose() };
}

function toSymbol(
  document: vscode.TextDocument,
  { kind, label, span, nameSpan }: OutlineEntry,
): vscode.DocumentSymbol {
  return new vscode.DocumentSymbol(
    label.text,
    label.detail,
    kind === 'trace' ? vscode.SymbolKind.Event : vscode.SymbolKind.Null,
    toRange(document, span),
    toRange(document, nameSpan),
  );
}
