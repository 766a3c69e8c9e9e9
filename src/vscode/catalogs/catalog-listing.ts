import * as vscode from 'vscode';
import type { Span } from '../../core/text/span';
import { findListedPath } from '../../core/user-catalog/listed-path';
import { section } from '../configuration';
import { readText } from '../documents/text-files';
import type { ListedCatalog } from './catalog-files';

/** Where a file of settings lists a catalog. */
export interface Listing {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly span: Span;
}

/** `undefined` if neither the folder nor the workspace lists the catalog, but the user's settings, whose file is unknown. */
export async function findListing({ folder, path }: ListedCatalog): Promise<Listing | undefined> {
  const files = [vscode.Uri.joinPath(folder.uri, '.vscode/settings.json'), vscode.workspace.workspaceFile];
  for (const uri of files) {
    const text = uri && (await findText(uri));
    const span = text && findListedPath(text, `${section}.catalogs`, path);
    if (uri && text && span) return { uri, text, span };
  }
  return undefined;
}

async function findText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return await readText(uri);
  } catch {
    return undefined;
  }
}
