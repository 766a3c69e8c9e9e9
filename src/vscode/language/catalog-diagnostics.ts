import * as vscode from 'vscode';
import { brokenCatalog, type CatalogProblem } from '../../core/user-catalog/user-catalog';
import type { CatalogFile } from '../catalogs/catalog-files';
import { findListing } from '../catalogs/catalog-listing';
import type { Catalogs } from '../catalogs/catalogs';
import { ruleLink } from '../commands/show-rules';
import { guard, type Log } from '../log';
import { spanDiagnostics } from './span-diagnostics';

/** Problems of a catalog and the file that they are shown in. */
interface Marked {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly problems: readonly CatalogProblem[];
}

/** Shows the problems of user catalogs as diagnostics; a catalog with problems is ignored as a whole. */
export function registerCatalogDiagnostics(catalogs: Catalogs, log: Log): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('cts-trace-catalogs');
  const show = async (): Promise<void> => {
    const { files } = catalogs;
    const marked = await Promise.all(files.map(toMarked));
    // The catalogs may have been loaded again during the await
    if (catalogs.files !== files) return;
    collection.clear();
    for (const one of marked)
      collection.set(one.uri, [...(collection.get(one.uri) ?? []), ...diagnosticsOf(one)]);
  };
  const listener = catalogs.onDidLoad(() => void guard(log, 'catalog diagnostics', show));
  return vscode.Disposable.from(collection, listener);
}

/** A catalog that cannot be read is marked where the settings list it, because there may be no such file. */
async function toMarked({ uri, text, catalog, unread }: CatalogFile): Promise<Marked> {
  const problems = catalog.problems ?? [];
  const listing = unread && (await findListing(unread));
  if (listing === undefined) return { uri, text, problems };
  const { span } = listing;
  return { ...listing, problems: problems.map(({ message }) => ({ message, span })) };
}

function diagnosticsOf({ text, problems }: Marked): readonly vscode.Diagnostic[] {
  const diagnostics = spanDiagnostics(text, problems);
  for (const diagnostic of diagnostics)
    diagnostic.code = { value: brokenCatalog.id, target: ruleLink(brokenCatalog.id) };
  return diagnostics;
}
