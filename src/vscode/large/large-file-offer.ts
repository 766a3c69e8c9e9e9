import * as vscode from 'vscode';
import { largeFileLimit, largeFileQuestion } from '../../core/assist/large-file-messages';
import { isNamedForTraces } from '../../core/file/may-begin-traces';
import { headLength } from '../../core/file/may-hold-traces';
import { sniffContent } from '../../core/file/sniff-content';
import { ByteReader } from '../../core/input/byte-reader';
import { StreamDecoder } from '../../core/input/stream-decoder';
import { textSource } from '../../core/text/text-source';
import { checkFolderCommand } from '../commands/command-ids';
import { readLocalizer } from '../configuration';
import { findLargeFile, type LargeFile, maxDocumentSize, type ReadPieces } from '../documents/large-tabs';
import { nameOf } from '../documents/original-uri';
import { guard, type Log } from '../log';

/** Offers to check a trace file from disk that is opened and too large to be passed to extensions. */
export function registerLargeFileOffer(readPieces: ReadPieces | undefined, log: Log): vscode.Disposable {
  /** URIs of files that were considered: once is enough. */
  const considered = new Set<string>();
  const consider = async (): Promise<void> => {
    const file = await findLargeFile();
    if (file === undefined || considered.has(file.uri.toString())) return;
    considered.add(file.uri.toString());
    await offer(file, readPieces);
  };
  const run = (): void => void guard(log, 'large file', consider);
  run();
  return vscode.window.tabGroups.onDidChangeTabs(run);
}

async function offer(file: LargeFile, readPieces: ReadPieces | undefined): Promise<void> {
  const localizer = readLocalizer();
  const name = nameOf(file.uri);
  if (readPieces === undefined || file.uri.scheme !== 'file') {
    // Reading all of it to see what it is would cost more than it is worth
    if (isNamedForTraces(file.uri.path))
      await vscode.window.showInformationMessage(largeFileLimit(name, localizer));
    return;
  }
  if (!(await holdsTraces(file, readPieces))) return;
  const { message, check } = largeFileQuestion(name, localizer);
  if ((await vscode.window.showInformationMessage(message, check)) === check)
    await vscode.commands.executeCommand(checkFolderCommand, file.uri);
}

/** Whether its beginning has a trace, and the editor does not pass it to extensions. */
async function holdsTraces({ uri, size }: LargeFile, readPieces: ReadPieces): Promise<boolean> {
  const bytes = await new ByteReader(readPieces(uri.fsPath)).take(headLength);
  const head = new StreamDecoder().decode(bytes);
  const length = (size * head.length) / bytes.length;
  return (
    length > maxDocumentSize &&
    sniffContent(textSource(head), /\.(?:jsonl|ndjson)$/i.test(uri.path)) === 'yes'
  );
}
