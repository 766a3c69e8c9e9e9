import * as vscode from 'vscode';
import type { AcceptedFindings } from '../../core/accepted/accepted-findings';
import { readLocalizer, section } from '../configuration';
import { LatestLoad } from '../documents/latest-load';
import { WatchedFiles } from '../documents/watched-files';
import { guard, type Log } from '../log';
import { type AcceptedFile, readAccepted, unusedFile } from './accepted-file';
import { acceptedSetting, readAcceptedPath, toAcceptedUri } from './accepted-setting';
import { isInAny, type RealPath } from './evidence-folders';

/** The settings that affect reading; the language does because messages on broken files are localised. */
const relevantSettings = [acceptedSetting, `${section}.language`];

/** The files of accepted findings that the settings name: one for each folder of the workspace, and for files outside of them. */
export class AcceptedFiles implements vscode.Disposable {
  private readonly didLoad = new vscode.EventEmitter<void>();
  private readonly watched = new WatchedFiles(() => void this.load());
  private readonly subscriptions: readonly vscode.Disposable[];
  private byScope: ReadonlyMap<string, AcceptedFile> = new Map();
  private readonly loads = new LatestLoad((isLatest) =>
    guard(this.log, 'accepted findings', () => this.readAll(isLatest)),
  );

  /** Fires after each load. What is accepted is a new object only if the text of its file changed. */
  readonly onDidLoad = this.didLoad.event;

  /** @param realPath `undefined` on the web */
  constructor(
    private readonly realPath: RealPath | undefined,
    private readonly log: Log,
  ) {
    this.subscriptions = [
      this.didLoad,
      this.watched,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (relevantSettings.some((name) => event.affectsConfiguration(name))) void this.load();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.load()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.load()),
    ];
    void this.load();
  }

  /** All files that are named, each once. */
  get files(): readonly AcceptedFile[] {
    return [
      ...new Map([...this.byScope.values()].map((file) => [String(file.uri ?? file.path), file])).values(),
    ];
  }

  /** Resolves when no load is running any more. */
  async whenLoaded(): Promise<void> {
    await this.loads.whenDone();
  }

  /** The file for a file or folder; `undefined` if none is named. */
  at(uri: vscode.Uri): AcceptedFile | undefined {
    return this.byScope.get(keyOf(vscode.workspace.getWorkspaceFolder(uri)));
  }

  /** What is accepted in a file or folder. */
  findingsAt(uri: vscode.Uri): AcceptedFindings | undefined {
    return this.at(uri)?.findings;
  }

  /** Reads all files again. */
  load(): Promise<void> {
    return this.loads.begin();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async readAll(isLatest: () => boolean): Promise<void> {
    const byScope = new Map<string, AcceptedFile>();
    const byFile = new Map<string, AcceptedFile>();
    for (const folder of [...(vscode.workspace.workspaceFolders ?? []), undefined]) {
      const path = readAcceptedPath(folder?.uri);
      if (path === undefined) continue;
      const uri = toAcceptedUri(path, folder?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri);
      const name = String(uri ?? path);
      const file = byFile.get(name) ?? (await this.read(path, uri));
      byFile.set(name, file);
      byScope.set(keyOf(folder), file);
    }
    if (!isLatest()) return;
    this.watched.watch([...byFile.values()].flatMap(({ uri }) => uri ?? []));
    this.byScope = byScope;
    this.didLoad.fire();
  }

  /** A folder that is not trusted cannot silence its own findings. */
  private async read(path: string, uri: vscode.Uri | undefined): Promise<AcceptedFile> {
    if (uri === undefined) return unusedFile(path, uri, 'missing');
    const { isTrusted, workspaceFolders = [] } = vscode.workspace;
    const folders = workspaceFolders.map((folder) => folder.uri);
    if (!isTrusted && (await isInAny(uri, folders, this.realPath))) return unusedFile(path, uri, 'untrusted');
    const before = this.files.find((file) => file.uri?.toString() === uri.toString());
    return readAccepted(path, uri, before, readLocalizer());
  }
}

/** Files outside of all folders have a key, too. */
function keyOf(folder: vscode.WorkspaceFolder | undefined): string {
  return folder?.uri.toString() ?? '';
}
