import * as vscode from 'vscode';
import type { Acceptance } from '../../core/accepted/acceptance';
import type { AcceptedFindings } from '../../core/accepted/accepted-findings';
import { troubleText } from '../../core/accepted/accepted-texts';
import type { BucketRequest, BucketRoot } from '../../core/bucket/bucket-request';
import { distinctNames } from '../../core/bucket/distinct-names';
import type { Filter } from '../../core/rows/filter';
import type { AcceptedFiles } from '../accepted/accepted-files';
import { isWithin } from '../accepted/evidence-folders';
import type { Catalogs } from '../catalogs/catalogs';
import { readExcludes, readFieldOrder, readLanguage, readLevels, readLocalizer } from '../configuration';

/** The folders to check, with the settings of each. */
export function requestFor(
  folders: readonly vscode.Uri[],
  filter: Filter,
  { catalogs, accepted }: { readonly catalogs: Catalogs; readonly accepted?: AcceptedFiles | undefined },
  locationOf: (folder: vscode.Uri) => string,
): BucketRequest {
  const lists = new Map<AcceptedFindings, readonly Acceptance[]>();
  const listOf = (findings: AcceptedFindings): readonly Acceptance[] => {
    const list = lists.get(findings) ?? findings.all();
    lists.set(findings, list);
    return list;
  };
  const unique = [...new Map(folders.map((folder) => [folder.toString(), folder])).values()];
  const names = distinctNames(unique.map(({ path }) => path));
  const roots = unique.map((folder, index): BucketRoot => {
    const findings = acceptedIn(folder, accepted);
    const workspaceFolder = vscode.workspace.getWorkspaceFolder(folder);
    return {
      location: locationOf(folder),
      prefix: unique.length > 1 ? `${names[index]}/` : '',
      exclude: readExcludes(folder),
      excludeBase: workspaceFolder ? pathWithin(workspaceFolder.uri, folder) : '',
      levels: readLevels(folder),
      fieldOrder: readFieldOrder(folder),
      additions: catalogs.additionsAt(folder),
      ...(findings && { accepted: listOf(findings) }),
    };
  });
  return { language: readLanguage(), filter, roots };
}

/** What is accepted in a folder. One that is not trusted cannot silence its own findings, whether it is open or not. */
export function acceptedIn(
  folder: vscode.Uri,
  accepted: AcceptedFiles | undefined,
): AcceptedFindings | undefined {
  const file = accepted?.at(folder);
  const isOwn = file?.uri !== undefined && isWithin(file.uri, folder);
  return isOwn && !vscode.workspace.isTrusted ? undefined : file?.findings;
}

/** Why findings in folders are not accepted, a sentence each. */
export function acceptedTroubles(
  folders: readonly vscode.Uri[],
  accepted: AcceptedFiles | undefined,
): readonly string[] {
  const localizer = readLocalizer();
  const files = new Set(folders.flatMap((folder) => accepted?.at(folder) ?? []));
  return [...files].flatMap(({ trouble, path }) =>
    trouble === undefined ? [] : troubleText(trouble, path, localizer),
  );
}

/** Whether the folders are on the disk of the machine on which the extension runs. */
export function areOnDisk(folders: readonly vscode.Uri[]): boolean {
  return folders.every(({ scheme }) => scheme === 'file');
}

/** Empty, or with a slash at the end. */
function pathWithin(outer: vscode.Uri, inner: vscode.Uri): string {
  const from = outer.path.endsWith('/') ? outer.path : `${outer.path}/`;
  return inner.path.startsWith(from) ? `${inner.path.slice(from.length).replace(/\/$/, '')}/` : '';
}
