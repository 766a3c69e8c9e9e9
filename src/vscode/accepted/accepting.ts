import * as vscode from 'vscode';
import type { FindingKey } from '../../core/accepted/acceptance';
import { type AcceptRefusal, acceptedNotice, reasonBoxTexts } from '../../core/accepted/accepted-texts';
import { type EditedFile, withAcceptance, withoutAcceptance } from '../../core/accepted/edit-accepted';
import { readLocalizer } from '../configuration';
import { isMissing, readText, replaceText } from '../documents/text-files';
import { guard, type Log } from '../log';
import type { AcceptedFiles } from './accepted-files';
import { chooseFile, nameInSettings } from './choose-file';
import { showRefusal } from './refusals';

/** Accepts the finding with a key in a file: `(key: FindingKey, uri: Uri)`. */
export const acceptFindingCommand = 'ctsTrace.acceptFinding';

export interface AcceptHost {
  readonly files: AcceptedFiles;
  /** Folders that have been checked: they hold evidence. */
  checkedFolders(): readonly vscode.Uri[];
  readonly log: Log;
}

/** Accepts findings, and takes that back: one after the other, as each changes a file that the next one reads. */
export class Accepting implements vscode.Disposable {
  private readonly command: vscode.Disposable;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly host: AcceptHost) {
    this.command = vscode.commands.registerCommand(acceptFindingCommand, (key: unknown, uri: unknown) =>
      guard(host.log, acceptFindingCommand, async () => {
        if (isFindingKey(key) && uri instanceof vscode.Uri) await this.accept(key, uri);
      }),
    );
  }

  dispose(): void {
    this.command.dispose();
  }

  /** Asks for a reason, and for a file if the settings name none. @param uri the file with the finding */
  async accept(key: FindingKey, uri: vscode.Uri): Promise<void> {
    const reason = await askReason(key);
    if (reason !== undefined) await this.next(() => this.acceptFor(reason, key, uri));
  }

  /**
   * Removes the acceptances of a finding from the file that the settings name, which keeps all others.
   *
   * @param uri the file or folder with the finding; `undefined` if it is in none any more
   */
  undo(key: FindingKey, uri: vscode.Uri | undefined): Promise<unknown> {
    return this.next(async () => {
      const { files } = this.host;
      const named = uri ? files.at(uri) : files.files.find(({ findings }) => findings.find(key));
      const file = named?.uri;
      if (file !== undefined)
        await this.edit(file, (text = '') => withoutAcceptance(text, key, readLocalizer()));
    });
  }

  private next(run: () => Promise<void>): Promise<unknown> {
    this.queue = this.queue.then(() => guard(this.host.log, acceptFindingCommand, run));
    return this.queue;
  }

  private async acceptFor(reason: string, key: FindingKey, uri: vscode.Uri): Promise<void> {
    const { files, log } = this.host;
    await files.whenLoaded();
    const named = files.at(uri);
    if (named?.uri !== undefined && named.trouble === 'untrusted') {
      void showRefusal('untrusted', named.uri);
      return;
    }
    const file = named?.uri ?? (await chooseFile(uri, this.host.checkedFolders()));
    if (file === undefined) return;
    const date = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
    const acceptance = { ...key, reason, date };
    if (!(await this.edit(file, (text) => withAcceptance(text, acceptance, readLocalizer())))) return;
    if (named?.uri === undefined) await nameInSettings(file, log);
    await files.load();
    void guard(log, acceptFindingCommand, () => this.showAccepted(file, key));
  }

  /** @returns whether the file was written */
  private async edit(file: vscode.Uri, change: (text: string | undefined) => EditedFile): Promise<boolean> {
    const { files, log } = this.host;
    const refusal = (await guard(log, acceptFindingCommand, () => editFile(file, change))) ?? 'not-written';
    if (refusal !== 'written') void guard(log, acceptFindingCommand, () => showRefusal(refusal, file));
    await files.load();
    return refusal === 'written';
  }

  private async showAccepted(file: vscode.Uri, key: FindingKey): Promise<void> {
    const { message, open, undo } = acceptedNotice(vscode.workspace.asRelativePath(file), readLocalizer());
    const chosen = await vscode.window.showInformationMessage(message, open, undo);
    if (chosen === open) await vscode.window.showTextDocument(file);
    if (chosen === undo)
      await this.next(async () => {
        await this.edit(file, (text = '') => withoutAcceptance(text, key, readLocalizer()));
      });
  }
}

async function askReason(key: FindingKey): Promise<string | undefined> {
  const { missing, ...texts } = reasonBoxTexts(key, readLocalizer());
  const typed = await vscode.window.showInputBox({
    ...texts,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? missing : undefined),
  });
  return typed?.trim() || undefined;
}

/** Changes the open document if there is one, unsaved changes included: nothing that was typed is lost. */
async function editFile(
  file: vscode.Uri,
  change: (text: string | undefined) => EditedFile,
): Promise<AcceptRefusal | 'written'> {
  const before = await findText(file);
  const edited = change(before);
  if ('refusal' in edited) return edited.refusal;
  return edited.text === before || (await replaceText(file, edited.text)) ? 'written' : 'not-written';
}

/** `undefined` if there is no file. */
async function findText(file: vscode.Uri): Promise<string | undefined> {
  try {
    return await readText(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function isFindingKey(value: unknown): value is FindingKey {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, traceId, keyPath } = value as Partial<Record<keyof FindingKey, unknown>>;
  return [rule, traceId, keyPath].every((part) => typeof part === 'string');
}
