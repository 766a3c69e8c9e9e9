import * as vscode from 'vscode';
import { mayBeginTraces } from './core/file/may-begin-traces';
import { headLength, mayHoldTraces } from './core/file/may-hold-traces';
import type { RealPath } from './vscode/accepted/evidence-folders';
import type { StartThread } from './vscode/bucket/bucket-thread';
import { bucketViewId, earlyCommands } from './vscode/commands/command-ids';
import { documentSource } from './vscode/documents/document-source';
import { catalogSuffix, documentLanguages } from './vscode/documents/languages';
import { findLargeFile, type ReadPieces } from './vscode/documents/large-tabs';
import { registerEarlyContent } from './vscode/documents/made-documents';
import { isViewOpen } from './vscode/documents/original-uri';
import { registerPackedEditors } from './vscode/documents/packed-editors';

/** What differs between the extension hosts. */
export interface Platform {
  /** Loads the features; on the desktop they are a separate file, so that other JSON files cost next to nothing. */
  loadFeatures(): Pick<typeof import('./features'), 'registerFeatures'>;
  /** Starts a thread that runs dist/worker.js; absent on the web. */
  readonly startThread?: StartThread;
  /** Reads a file on disk piece by piece; absent on the web. */
  readonly readPieces?: ReadPieces;
  /** The path of a file on disk after all symbolic links; absent on the web. */
  readonly realPath?: RealPath;
}

/** The exported API, which only the benchmarks use. */
export interface Api {
  /** How long each of the most recent slices of work blocked the extension host, in milliseconds. */
  sliceTimes(): readonly number[];
}

/**
 * Waits for a document that may hold traces or be begun as one, a packed or large file, a user catalog, a restored view, comparison
 * or explanation, or a command.
 * Until then nothing but this module and its few imports is loaded.
 */
export function activate(context: vscode.ExtensionContext, platform: Platform): Api {
  const listeners: vscode.Disposable[] = [];
  let sliceTimes: readonly number[] = [];
  const start = (): void => {
    vscode.Disposable.from(...listeners.splice(0)).dispose();
    sliceTimes = platform.loadFeatures().registerFeatures(context, platform);
  };
  const startIfNeeded = (document: vscode.TextDocument): void => {
    if (listeners.length > 0 && documentLanguages.includes(document.languageId) && isWanted(document))
      start();
  };
  const startAndCall =
    (command: string) =>
    (...values: unknown[]) => {
      start();
      return vscode.commands.executeCommand(command, ...values);
    };
  listeners.push(
    vscode.workspace.onDidOpenTextDocument(startIfNeeded),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some(({ rangeOffset }) => rangeOffset < headLength)) startIfNeeded(document);
    }),
    // Empty, so that the editor shows the welcome text of the view
    vscode.window.registerTreeDataProvider(bucketViewId, { getChildren: () => [], getTreeItem: () => ({}) }),
    ...earlyCommands.map((command) => vscode.commands.registerCommand(command, startAndCall(command))),
  );
  const startOnce = (): void => {
    if (listeners.length > 0) start();
  };
  const startForLarge = async (): Promise<void> => {
    if (await findLargeFile()) startOnce();
  };
  listeners.push(vscode.window.tabGroups.onDidChangeTabs(() => void startForLarge()));
  context.subscriptions.push(
    { dispose: () => vscode.Disposable.from(...listeners).dispose() },
    registerEarlyContent(startOnce),
    registerPackedEditors(startOnce),
  );
  if (isViewOpen()) start();
  else void startForLarge();
  for (const document of vscode.workspace.textDocuments) startIfNeeded(document);
  return { sliceTimes: () => sliceTimes };
}

function isWanted(document: vscode.TextDocument): boolean {
  const source = documentSource(document);
  const { path } = document.uri;
  return path.endsWith(catalogSuffix) || mayHoldTraces(source) || mayBeginTraces(source, path);
}
