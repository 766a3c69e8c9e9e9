import * as vscode from 'vscode';
import { readingText } from '../../core/assist/large-file-messages';
import { ByteReader } from '../../core/input/byte-reader';
import { EvidenceReader } from '../../core/input/evidence-reader';
import { portableInflateHost } from '../../core/input/portable-inflate';
import { type FilePart, readPart } from '../../core/input/read-part';
import { isNamedLineDelimited } from '../../core/jobs/file-names';
import { readLocalizer } from '../configuration';
import type { ReadPieces } from '../documents/large-tabs';
import { nameOf } from '../documents/original-uri';
import { runAsyncInSlices } from '../documents/time-slices';

/** A trace and those around it, in a file of any size: packed or not. */
export interface PlaceInFile {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
}

/** How much of a file that can only be read as a whole is taken at a time, in bytes. */
const pieceLength = 256 * 1024;

/** Reads with progress that can be cancelled. @throws what the file system does, and if it is cancelled */
export async function readFilePart(
  { uri, position }: PlaceInFile,
  readPieces: ReadPieces | undefined,
): Promise<FilePart | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: readingText(nameOf(uri), readLocalizer()),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_, token) => {
    const bytes = new ByteReader(untilCancelled(piecesOf(uri, readPieces), token));
    const reader = new EvidenceReader({ isLineDelimited: isNamedLineDelimited(uri.path) });
    const place = { line: position.line, column: position.character };
    return runAsyncInSlices(readPart(bytes, { reader, host: portableInflateHost }, place));
  });
}

async function* untilCancelled(
  pieces: AsyncIterable<Uint8Array>,
  token: vscode.CancellationToken,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    yield piece;
  }
}

async function* piecesOf(uri: vscode.Uri, readPieces: ReadPieces | undefined): AsyncGenerator<Uint8Array> {
  if (readPieces !== undefined && uri.scheme === 'file') {
    yield* readPieces(uri.fsPath);
    return;
  }
  const bytes = await vscode.workspace.fs.readFile(uri);
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}
