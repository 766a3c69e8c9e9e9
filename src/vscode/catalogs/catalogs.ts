import * as vscode from 'vscode';
import { type Catalog, createCatalog } from '../../core/catalog/catalog';
import { readLocalizer, section } from '../configuration';
import { findOriginalUri } from '../documents/original-uri';
import { guard, type Log } from '../log';
import { type CatalogFile, findFolder, isSame, readCatalogFile, readCatalogPaths } from './catalog-files';

/** How long a catalog rests after an edit before it is read again, in milliseconds. */
const restLength = 200;
/** What the catalogs are read by: their messages are in the user's language. */
const readSettings = ['catalogs', 'language'] as const;

/** What is known in a workspace folder. */
interface FolderCatalog {
  readonly files: readonly CatalogFile[];
  readonly catalog: Catalog;
}

/** The events that are known for each document: those built in, and what the catalogs of its workspace folder add. */
export class Catalogs implements vscode.Disposable {
  private readonly builtIn = createCatalog();
  private readonly read = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  private watchers: vscode.Disposable[] = [];
  private byFolder: ReadonlyMap<string, FolderCatalog> = new Map();
  private loaded: readonly CatalogFile[] = [];
  private loading: Promise<void> | undefined;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Told whenever they were read; the catalog of a folder of which nothing changed is the same as before. */
  readonly onDidLoad = this.read.event;

  constructor(private readonly log: Log) {
    this.subscriptions = [
      this.read,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (readSettings.some((name) => event.affectsConfiguration(`${section}.${name}`))) void this.load();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.load()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.load()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.reloadSoon(document.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.reloadSoon(uri)),
      // Where files cannot be watched, what happens in the editor and while it was left is noticed all the same
      vscode.workspace.onDidCreateFiles(({ files }) => this.reloadSoon(...files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.reloadSoon(...files)),
      vscode.workspace.onDidRenameFiles(({ files }) =>
        this.reloadSoon(...files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
      ),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.reloadSoon(...this.loaded.map(({ uri }) => uri));
      }),
    ];
    void this.load();
  }

  /** The catalog files in force or broken. */
  get files(): readonly CatalogFile[] {
    return this.loaded;
  }

  /** Ends when everything that is set is read. */
  async whenLoaded(): Promise<void> {
    while (this.loading !== undefined) await this.loading;
  }

  of(document: vscode.TextDocument): Catalog {
    return this.at(findOriginalUri(document.uri) ?? document.uri);
  }

  /** What holds for a file or a folder; of the first folder where none is named. */
  at(uri: vscode.Uri | undefined): Catalog {
    const folder = findFolder(uri);
    return (folder && this.byFolder.get(folder.uri.toString())?.catalog) ?? this.builtIn;
  }

  /** Reads all catalogs again. */
  load(): Promise<void> {
    const turn = ++this.turn;
    const run = async (): Promise<void> => {
      await guard(this.log, 'catalogs', () => this.readAll(turn));
      if (this.turn === turn) this.loading = undefined;
    };
    this.loading = run();
    return this.loading;
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.watchers, ...this.subscriptions).dispose();
  }

  private reloadSoon(...uris: readonly vscode.Uri[]): void {
    if (!this.loaded.some((file) => uris.some((uri) => isSame(file.uri, uri)))) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), restLength);
  }

  private async readAll(turn: number): Promise<void> {
    const localizer = readLocalizer();
    const byFolder = new Map<string, FolderCatalog>();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const files = await Promise.all(
        readCatalogPaths(folder).map((path) => readCatalogFile(folder, path, localizer)),
      );
      const key = folder.uri.toString();
      byFolder.set(key, { files, catalog: this.catalogWith(files, this.byFolder.get(key)) });
    }
    if (this.turn !== turn) return;
    const loaded = [...byFolder.values()].flatMap(({ files }) => files);
    this.watch(loaded);
    this.byFolder = byFolder;
    this.loaded = loaded;
    this.read.fire();
  }

  /** The same as before where nothing changed: whoever goes by it need not begin anew. */
  private catalogWith(files: readonly CatalogFile[], before: FolderCatalog | undefined): Catalog {
    if (before && areSame(before.files, files)) return before.catalog;
    const additions = files.flatMap(({ catalog }) => catalog.addition ?? []);
    return additions.length === 0 ? this.builtIn : this.builtIn.with(additions);
  }

  /** Watches the files, where they are others than before. */
  private watch(files: readonly CatalogFile[]): void {
    const uris = files.map(({ uri }) => uri.toString());
    if (uris.join() === this.loaded.map(({ uri }) => uri.toString()).join()) return;
    vscode.Disposable.from(...this.watchers).dispose();
    this.watchers = files.map(({ uri }) => watchFile(uri, () => this.reloadSoon(uri)));
  }
}

function areSame(some: readonly CatalogFile[], others: readonly CatalogFile[]): boolean {
  const isTwin = ({ uri, text, catalog }: CatalogFile, index: number): boolean => {
    const other = others[index];
    const isRead = catalog.addition !== undefined;
    return (
      other !== undefined &&
      isSame(uri, other.uri) &&
      text === other.text &&
      isRead === (other.catalog.addition !== undefined)
    );
  };
  return some.length === others.length && some.every(isTwin);
}

function watchFile(uri: vscode.Uri, changed: () => void): vscode.Disposable {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const folder = vscode.Uri.joinPath(uri, '..');
  const pattern = new vscode.RelativePattern(folder, name.replace(/[*?{}[\]]/g, '[$&]'));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}
