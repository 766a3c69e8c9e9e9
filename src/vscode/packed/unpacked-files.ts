import * as vscode from 'vscode';
import { notShownText } from '../../core/input/packed-file-messages';
import type { Unpacked, UnpackProblem } from '../../core/input/unpack-text';
import { joinBytes } from '../../core/text/join-bytes';
import { readLocalizer } from '../configuration';
import { isReadAsUtf8 } from '../documents/encoding';
import { findPackedUri, nameOf, toUnpackedUri } from '../documents/original-uri';
import { ReadOnlyFiles } from '../documents/read-only-files';
import { FollowedFiles } from './followed-files';
import { unpackFile } from './unpack-file';

/** What was read of a packed file, and the file's time and size then. */
interface Reading extends Pick<vscode.FileStat, 'mtime' | 'size'> {
  readonly unpacked: Promise<Unpacked>;
}

/** How long a text is kept for those who ask for it again, in milliseconds: the editor asks several times to open it. */
const retention = 20_000;

const byteOrderMark = new TextEncoder().encode('\ufeff');

/** The texts of packed files as read-only files, from memory only. */
export class UnpackedFiles extends ReadOnlyFiles implements vscode.Disposable {
  /** By URI of the packed file. */
  private readonly readings = new Map<string, Reading>();
  private readonly problems = new Map<string, readonly UnpackProblem[]>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly followed = new FollowedFiles((packed, type) => this.notify(packed, type));
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeFile = this.changed.event;

  /** @throws what the file system does */
  async unpack(packed: vscode.Uri): Promise<Unpacked> {
    const { mtime, size } = await vscode.workspace.fs.stat(packed);
    const known = this.readings.get(packed.toString());
    return known?.mtime === mtime && known.size === size
      ? known.unpacked
      : this.read(packed, { mtime, size });
  }

  /** What was wrong with a packed file when it was read last. */
  problemsOf(packed: vscode.Uri): readonly UnpackProblem[] {
    return this.problems.get(packed.toString()) ?? [];
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const packed = packedUriOf(uri);
    const { ctime, mtime } = await vscode.workspace.fs.stat(packed);
    const { length: size } = await this.readFile(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime, mtime, size, permissions };
  }

  /** With a byte order mark only if `files.encoding` may change how the text is decoded. */
  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const packed = packedUriOf(uri);
    const unpacked = await this.unpack(packed);
    if (unpacked.kind !== 'text')
      throw vscode.FileSystemError.Unavailable(notShownText(nameOf(packed), unpacked, readLocalizer()));
    const { bytes } = unpacked;
    return isReadAsUtf8({ uri: packed, languageId: 'json' }) ? bytes : joinBytes([byteOrderMark, bytes]);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.readings.clear();
    this.followed.dispose();
    this.changed.dispose();
  }

  private async read(packed: vscode.Uri, stat: Omit<Reading, 'unpacked'>): Promise<Unpacked> {
    const key = packed.toString();
    const reading = { ...stat, unpacked: unpackFile(packed, stat.size) };
    this.readings.set(key, reading);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.readings.clear(), retention);
    try {
      const unpacked = await reading.unpacked;
      this.problems.set(key, unpacked.kind === 'text' ? unpacked.problems : []);
      return unpacked;
    } catch (error) {
      if (this.readings.get(key) === reading) this.readings.delete(key);
      throw error;
    }
  }

  private notify(packed: vscode.Uri, type: vscode.FileChangeType): void {
    this.readings.delete(packed.toString());
    this.changed.fire([{ type, uri: toUnpackedUri(packed) }]);
  }
}

function packedUriOf(uri: vscode.Uri): vscode.Uri {
  const packed = findPackedUri(uri);
  if (packed === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return packed;
}
