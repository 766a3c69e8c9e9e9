import * as vscode from 'vscode';
import type { BucketRequest, BucketRoot } from '../../core/bucket/bucket-request';
import type { Filter } from '../../core/rows/filter';
import type { Catalogs } from '../catalogs/catalogs';
import { readExcludes, readFieldOrder, readLanguage, readLevels } from '../configuration';

/** The folders to check, with the settings of each. */
export function requestFor(
  folders: readonly vscode.Uri[],
  filter: Filter,
  catalogs: Catalogs,
  locationOf: (folder: vscode.Uri) => string,
): BucketRequest {
  const unique = [...new Map(folders.map((folder) => [folder.toString(), folder])).values()];
  const roots = unique.map((folder): BucketRoot => {
    const workspaceFolder = vscode.workspace.getWorkspaceFolder(folder);
    return {
      location: locationOf(folder),
      prefix: unique.length > 1 ? `${nameOf(folder)}/` : '',
      exclude: readExcludes(folder),
      excludeBase: workspaceFolder ? pathWithin(workspaceFolder.uri, folder) : '',
      levels: readLevels(folder),
      fieldOrder: readFieldOrder(folder),
      additions: catalogs.additionsAt(folder),
    };
  });
  return { language: readLanguage(), filter, roots };
}

/** Whether the folders are on the disk of the machine on which the extension runs. */
export function areOnDisk(folders: readonly vscode.Uri[]): boolean {
  return folders.every(({ scheme }) => scheme === 'file');
}

function nameOf({ path }: vscode.Uri): string {
  return path.replace(/\/$/, '').split('/').at(-1) ?? '';
}

/** Empty, or with a slash at the end. */
function pathWithin(outer: vscode.Uri, inner: vscode.Uri): string {
  const from = outer.path.endsWith('/') ? outer.path : `${outer.path}/`;
  return inner.path.startsWith(from) ? `${inner.path.slice(from.length).replace(/\/$/, '')}/` : '';
}
