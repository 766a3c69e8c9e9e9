import * as vscode from 'vscode';
import { ByteReader } from '../../core/input/byte-reader';
import { maxShownLength, unpackingText } from '../../core/input/packed-file-messages';
import { portableInflateHost } from '../../core/input/portable-inflate';
import { type Unpacked, unpackText } from '../../core/input/unpack-text';
import { readLocalizer } from '../configuration';
import { nameOf } from '../documents/original-uri';
import { runAsyncInSlices } from '../documents/time-slices';

/** A larger file is not read at all, in bytes: data that cannot be packed grow hardly. */
const maxPackedSize = 64 * 1024 * 1024;

/** @throws what the file system does */
export async function unpackFile(uri: vscode.Uri, size: number): Promise<Unpacked> {
  if (size > maxPackedSize) return { kind: 'too-long' };
  const title = unpackingText(nameOf(uri), readLocalizer());
  const options = { location: vscode.ProgressLocation.Window, title };
  return vscode.window.withProgress(options, async () => {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const reading = { host: portableInflateHost, maxLength: maxShownLength };
    return runAsyncInSlices(unpackText(new ByteReader([bytes]), reading));
  });
}
