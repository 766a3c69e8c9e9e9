import type * as vscode from 'vscode';
import { AcceptedFindings } from '../../core/accepted/accepted-findings';
import { type AcceptedFileProblem, readAcceptedFile } from '../../core/accepted/accepted-format';
import type { AcceptedTrouble } from '../../core/accepted/accepted-texts';
import type { Localizer } from '../../core/text/localization';
import { isMissing, readText } from '../documents/text-files';

/** A file of accepted findings as the settings name it, with its current text, unsaved changes included. */
export interface AcceptedFile {
  /** As it is in the settings. */
  readonly path: string;
  /** `undefined` if the path leads nowhere. */
  readonly uri: vscode.Uri | undefined;
  readonly text: string;
  /** What is accepted; nothing if there is a trouble. */
  readonly findings: AcceptedFindings;
  readonly trouble: AcceptedTrouble | undefined;
  readonly problems: readonly AcceptedFileProblem[];
}

/** Stands for a file that cannot be used. */
export function unusedFile(
  path: string,
  uri: vscode.Uri | undefined,
  trouble: AcceptedTrouble,
): AcceptedFile {
  return { path, uri, text: '', findings: none, trouble, problems: [] };
}

const none = new AcceptedFindings([]);

/** Reads a file; if its text is the same as before, what is accepted is that of the earlier reading. */
export async function readAccepted(
  path: string,
  uri: vscode.Uri,
  before: AcceptedFile | undefined,
  localizer: Localizer,
): Promise<AcceptedFile> {
  let text: string;
  try {
    text = await readText(uri);
  } catch (error) {
    return unusedFile(path, uri, isMissing(error) ? 'missing' : 'unreadable');
  }
  // A file that has just been made
  if (text.trim() === '') return { ...unusedFile(path, uri, 'missing'), trouble: undefined };
  if (before?.text === text && before.trouble === undefined) return { ...before, path, uri };
  const { acceptances, problems = [] } = readAcceptedFile(text, localizer);
  if (acceptances === undefined) return { ...unusedFile(path, uri, 'invalid'), text, problems };
  const findings = new AcceptedFindings(acceptances);
  return { path, uri, text, findings, trouble: undefined, problems };
}
