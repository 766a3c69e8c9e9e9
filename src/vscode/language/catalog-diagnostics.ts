import * as vscode from 'vscode';
import { lineStartsOf, positionOf } from '../../core/text/lines';
import { endOf } from '../../core/text/span';
import { brokenCatalog } from '../../core/user-catalog/user-catalog';
import type { CatalogFile } from '../catalogs/catalog-files';
import type { Catalogs } from '../catalogs/catalogs';
import { ruleLink } from '../commands/show-rules';
import { diagnosticSource } from '../documents/convert-ranges';
import { guard, type Log } from '../log';

/** Shows the problems of user catalogs as diagnostics; a catalog with problems is ignored as a whole. */
export function registerCatalogDiagnostics(catalogs: Catalogs, log: Log): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('cts-trace-catalogs');
  const show = (): void => {
    collection.clear();
    for (const file of catalogs.files) collection.set(file.uri, diagnosticsOf(file));
  };
  const listener = catalogs.onDidLoad(() => void guard(log, 'catalog diagnostics', show));
  return vscode.Disposable.from(collection, listener);
}

function diagnosticsOf({ text, catalog }: CatalogFile): vscode.Diagnostic[] {
  const starts = lineStartsOf(text);
  const toPosition = (offset: number): vscode.Position => {
    const { line, column } = positionOf(starts, offset);
    return new vscode.Position(line, column);
  };
  return (catalog.problems ?? []).map(({ message, span }) => {
    const range = new vscode.Range(toPosition(span.offset), toPosition(endOf(span)));
    const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = diagnosticSource;
    diagnostic.code = { value: brokenCatalog.id, target: ruleLink(brokenCatalog.id) };
    return diagnostic;
  });
}
