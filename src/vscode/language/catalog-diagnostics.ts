import * as vscode from 'vscode';
import { lineStartsOf, positionOf } from '../../core/text/lines';
import { endOf } from '../../core/text/span';
import { brokenCatalog } from '../../core/user-catalog/user-catalog';
import type { CatalogFile } from '../catalogs/catalog-files';
import type { Catalogs } from '../catalogs/catalogs';
import { diagnosticSource } from '../documents/convert-ranges';
import { guard, type Log } from '../log';
import { RuleLinks } from './rule-links';

/** Shows the problems of user catalogs as diagnostics; a catalog with problems is ignored as a whole. */
export function registerCatalogDiagnostics(
  catalogs: Catalogs,
  log: Log,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('cts-trace-catalogs');
  const links = new RuleLinks(extensionUri);
  const show = async (): Promise<void> => {
    const target = (await links.read()).get(brokenCatalog.id);
    collection.clear();
    for (const file of catalogs.files) collection.set(file.uri, diagnosticsOf(file, target));
  };
  const listener = catalogs.onDidLoad(() => void guard(log, 'catalog diagnostics', show));
  return vscode.Disposable.from(collection, listener);
}

function diagnosticsOf({ text, catalog }: CatalogFile, target: vscode.Uri | undefined): vscode.Diagnostic[] {
  const starts = lineStartsOf(text);
  const toPosition = (offset: number): vscode.Position => {
    const { line, column } = positionOf(starts, offset);
    return new vscode.Position(line, column);
  };
  return (catalog.problems ?? []).map(({ message, span }) => {
    const range = new vscode.Range(toPosition(span.offset), toPosition(endOf(span)));
    const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = diagnosticSource;
    diagnostic.code = target ? { value: brokenCatalog.id, target } : brokenCatalog.id;
    return diagnostic;
  });
}
