import * as vscode from 'vscode';
import { notShownText } from '../../core/input/packed-file-messages';
import type { Unpacked, UnpackProblem } from '../../core/input/unpack-text';
import { encodeInSteps } from '../../core/text/encode-text';
import { readLocalizer } from '../configuration';
import { isReadAsUtf8 } from '../documents/encoding';
import { type Original, originalOf } from '../documents/original-text';
import { findPackedUri, nameOf, toUnpackedUri } from '../documents/original-uri';
import { ReadOnlyFiles } from '../documents/read-only-files';
import { runInSlices } from '../documents/time-slices';
import { FollowedFiles } from './followed-files';
import { unpackFile } from './unpack-file';

/** What was read of a packed file, and the file's time and size then. */
interface Reading extends FileTime {
  readonly unpacked: Promise<Unpacked>;
}

/** What tells whether a file is still the same. */
type FileTime = Pick<vscode.FileStat, 'mtime' | 'size'>;

/** What is known of a text that need not be kept. */
interface KnownText extends FileTime {
  readonly original: Original;
}

/** How long a text is kept for those who ask for it again, in milliseconds: the editor asks several times to open it. */
const retention = 20_000;

/** How many texts are known without being kept. */
const maxKnown = 32;

/** The texts of packed files as read-only files, from memory only. */
export class UnpackedFiles extends ReadOnlyFiles implements vscode.Disposable {
  /** By URI of the packed file. */
  private readonly readings = new Map<string, Reading>();
  private readonly known = new Map<string, KnownText>();
  private readonly problems = new Map<string, readonly UnpackProblem[]>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly followed = new FollowedFiles((packed, type) => this.notify(packed, type));
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeFile = this.changed.event;

  /** @throws what the file system does */
  async unpack(packed: vscode.Uri): Promise<Unpacked> {
    const { mtime, size } = await vscode.workspace.fs.stat(packed);
    const known = this.readings.get(packed.toString());
    return isSame(known, { mtime, size }) ? known.unpacked : this.read(packed, { mtime, size });
  }

  /**
   * The text of a packed file as what can be formatted: the same object until the file changes.
   *
   * @throws what the file system does, and if it cannot be shown
   */
  async originalAt(uri: vscode.Uri): Promise<Original> {
    const packed = packedUriOf(uri);
    const key = packed.toString();
    const { mtime, size } = await vscode.workspace.fs.stat(packed);
    const known = this.known.get(key);
    if (isSame(known, { mtime, size })) return known.original;
    const original = originalOf(uri, await this.textOf(packed), () => this.textOf(packed));
    this.known.delete(key);
    this.known.set(key, { mtime, size, original });
    const [oldest] = this.known.keys();
    if (this.known.size > maxKnown && oldest !== undefined) this.known.delete(oldest);
    return original;
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
    const text = await this.textOf(packed);
    const isUtf8 = isReadAsUtf8({ uri: packed, languageId: 'json' });
    const bytes = await runInSlices(encodeInSteps(isUtf8 ? text : `\ufeff${text}`), { isWanted: () => true });
    return bytes ?? new Uint8Array();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.readings.clear();
    this.followed.dispose();
    this.changed.dispose();
  }

  private async textOf(packed: vscode.Uri): Promise<string> {
    const unpacked = await this.unpack(packed);
    if (unpacked.kind === 'text') return unpacked.text;
    throw vscode.FileSystemError.Unavailable(notShownText(nameOf(packed), unpacked, readLocalizer()));
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

function isSame<Known extends FileTime>(known: Known | undefined, file: FileTime): known is Known {
  return known?.mtime === file.mtime && known.size === file.size;
}

function packedUriOf(uri: vscode.Uri): vscode.Uri {
  const packed = findPackedUri(uri);
  if (packed === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return packed;
}
