import * as vscode from 'vscode';
import { type Catalog, createCatalog } from '../../core/catalog/catalog';
import type { Addition } from '../../core/catalog/service-catalog';
import { readLocalizer, section } from '../configuration';
import { LatestLoad } from '../documents/latest-load';
import { sourceUriOf } from '../documents/original-uri';
import { isSameUri } from '../documents/text-files';
import { WatchedFiles } from '../documents/watched-files';
import { guard, type Log } from '../log';
import { type CatalogFile, findFolder, readCatalogFile, readCatalogPaths } from './catalog-files';

/** The settings that affect loading; the language does because problem messages are localised. */
const relevantSettings = ['catalogs', 'language'] as const;

/** The catalog of a workspace folder and the files it was extended with. */
interface FolderCatalog {
  readonly files: readonly CatalogFile[];
  readonly catalog: Catalog;
}

/** The catalog for each document: the built-in events plus those of the user catalogs of its workspace folder. */
export class Catalogs implements vscode.Disposable {
  private readonly builtIn = createCatalog();
  private readonly didLoad = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly watched = new WatchedFiles(() => void this.load());
  private byFolder: ReadonlyMap<string, FolderCatalog> = new Map();
  private loaded: readonly CatalogFile[] = [];
  private readonly loads = new LatestLoad((isLatest) =>
    guard(this.log, 'catalogs', () => this.readAll(isLatest)),
  );

  /** Fires after each load. A folder's catalog is a new object only if its files changed. */
  readonly onDidLoad = this.didLoad.event;

  constructor(private readonly log: Log) {
    this.subscriptions = [
      this.didLoad,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (relevantSettings.some((name) => event.affectsConfiguration(`${section}.${name}`)))
          void this.load();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.load()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.load()),
      this.watched,
    ];
    void this.load();
  }

  /** All configured catalog files, broken ones included. */
  get files(): readonly CatalogFile[] {
    return this.loaded;
  }

  /** Resolves when no load is running any more. */
  async whenLoaded(): Promise<void> {
    await this.loads.whenDone();
  }

  of(document: vscode.TextDocument): Catalog {
    return this.at(sourceUriOf(document.uri));
  }

  /** The catalog for a file or folder; that of the first folder if `uri` is `undefined`. */
  at(uri: vscode.Uri | undefined): Catalog {
    const folder = findFolder(uri);
    return (folder && this.byFolder.get(folder.uri.toString())?.catalog) ?? this.builtIn;
  }

  /** What the user catalogs of a file or folder add to the built-in one. */
  additionsAt(uri: vscode.Uri): readonly Addition[] {
    const folder = findFolder(uri);
    const files = (folder && this.byFolder.get(folder.uri.toString())?.files) ?? [];
    return files.flatMap(({ catalog }) => catalog.addition ?? []);
  }

  /** Reads all catalogs again. */
  load(): Promise<void> {
    return this.loads.begin();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async readAll(isLatest: () => boolean): Promise<void> {
    const localizer = readLocalizer();
    const byFolder = new Map<string, FolderCatalog>();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const files = await Promise.all(
        readCatalogPaths(folder).map((path) => readCatalogFile(folder, path, localizer)),
      );
      const key = folder.uri.toString();
      byFolder.set(key, { files, catalog: this.catalogWith(files, this.byFolder.get(key)) });
    }
    if (!isLatest()) return;
    const loaded = [...byFolder.values()].flatMap(({ files }) => files);
    this.watched.watch(loaded.map(({ uri }) => uri));
    this.byFolder = byFolder;
    this.loaded = loaded;
    this.didLoad.fire();
  }

  /** Reuses the previous catalog if the files are unchanged, so that its users need not start over. */
  private catalogWith(files: readonly CatalogFile[], before: FolderCatalog | undefined): Catalog {
    if (before && areUnchanged(before.files, files)) return before.catalog;
    const additions = files.flatMap(({ catalog }) => catalog.addition ?? []);
    return additions.length === 0 ? this.builtIn : this.builtIn.with(additions);
  }
}

function areUnchanged(files: readonly CatalogFile[], others: readonly CatalogFile[]): boolean {
  const isUnchanged = ({ uri, text, catalog }: CatalogFile, index: number): boolean => {
    const other = others[index];
    const isLoaded = catalog.addition !== undefined;
    return (
      other !== undefined &&
      isSameUri(uri, other.uri) &&
      text === other.text &&
      isLoaded === (other.catalog.addition !== undefined)
    );
  };
  return files.length === others.length && files.every(isUnchanged);
}
