import * as vscode from 'vscode';

interface MemoryFile {
  readonly content: Uint8Array;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/**
 * Folders are there as soon as a file in them is. Files whose paths start with `locked` are read-only. What is named
 * `denied…` may be listed by its name and not be read, and the settings of the folder may not be written.
 */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, MemoryFile>();
  private readonly folders = new Set(['/']);
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly watchedUris: string[] = [];
  private held: Promise<void> = Promise.resolve();
  private waiting = 0;
  readonly onDidChangeFile = this.changed.event;

  /** The URIs that are watched now. */
  watched(): readonly string[] {
    return this.watchedUris;
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (this.folders.has(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { content, mtime } = this.find(uri);
    const stat = { type: vscode.FileType.File, ctime: mtime, mtime, size: content.length };
    return uri.path.startsWith('/locked') ? { ...stat, permissions: vscode.FilePermission.Readonly } : stat;
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (isDenied(uri)) throw vscode.FileSystemError.NoPermissions(uri);
    if (!this.folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    const within = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const entries = (paths: Iterable<string>, type: vscode.FileType): [string, vscode.FileType][] =>
      [...paths]
        .filter((path) => path.startsWith(within) && path.length > within.length)
        .map((path) => path.slice(within.length))
        .filter((name) => !name.includes('/'))
        .map((name) => [name, type]);
    return [
      ...entries(this.files.keys(), vscode.FileType.File),
      ...entries(this.folders, vscode.FileType.Directory),
    ];
  }

  /** Reading what is named `held…` waits from now on until the function that is returned is called. */
  hold(): () => void {
    let release = (): void => {};
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** How many reads wait. */
  heldReads(): number {
    return this.waiting;
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    if (isDenied(uri)) throw vscode.FileSystemError.NoPermissions(uri);
    if (nameOf(uri).startsWith('held')) {
      this.waiting++;
      await this.held;
      this.waiting--;
    }
    return this.find(uri).content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.files.set(uri.path, { content, mtime: Date.now() });
    this.changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    if (!this.folders.delete(uri.path)) this.find(uri);
    for (const path of [...this.files.keys(), ...this.folders])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) {
        this.files.delete(path);
        this.folders.delete(path);
      }
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    const watched = uri.toString();
    this.watchedUris.push(watched);
    return new vscode.Disposable(() => this.watchedUris.splice(this.watchedUris.indexOf(watched), 1));
  }

  createDirectory(uri: vscode.Uri): void {
    if (uri.path.endsWith('/.vscode')) throw vscode.FileSystemError.NoPermissions(uri);
    this.folders.add(uri.path);
    this.changed.fire([{ type: vscode.FileChangeType.Created, uri }]);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  private find(uri: vscode.Uri): MemoryFile {
    const file = this.files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }
}

function isDenied(uri: vscode.Uri): boolean {
  return nameOf(uri).startsWith('denied');
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
