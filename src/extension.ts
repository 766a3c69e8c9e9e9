import * as vscode from 'vscode';
import { headLength, mayHoldTraces } from './core/file/sniff-head';
import { earlyCommands } from './vscode/commands/command-ids';
import { documentSource } from './vscode/documents/document-source';
import { languages } from './vscode/documents/languages';
import { isFormattedViewOpen } from './vscode/documents/original-uri';

/** Catalogs of the user by their names: what is broken in one is told without a trace file. */
const catalogEnding = '.cts-catalog.json';

/** What differs between the hosts. */
export interface Platform {
  /** Loads the features: on the desktop a file of its own, so that other JSON costs next to nothing. */
  loadFeatures(): Pick<typeof import('./features'), 'registerFeatures'>;
}

/** What the extension tells others: only what speed is measured by. */
export interface Api {
  /** How long the extension host was held each time a document was read, in milliseconds; the last ones. */
  sliceTimes(): readonly number[];
}

/**
 * Waits for a document that may hold traces, or for a command; until then nothing of the extension but this is loaded.
 */
export function activate(context: vscode.ExtensionContext, platform: Platform): Api {
  const waiting: vscode.Disposable[] = [];
  let sliceTimes: readonly number[] = [];
  const start = (): void => {
    vscode.Disposable.from(...waiting.splice(0)).dispose();
    sliceTimes = platform.loadFeatures().registerFeatures(context);
  };
  const look = (document: vscode.TextDocument): void => {
    if (
      waiting.length > 0 &&
      languages.includes(document.languageId) &&
      (document.uri.path.endsWith(catalogEnding) || mayHoldTraces(documentSource(document)))
    )
      start();
  };
  const callAnew =
    (command: string) =>
    (...values: unknown[]) => {
      start();
      return vscode.commands.executeCommand(command, ...values);
    };
  waiting.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some(({ rangeOffset }) => rangeOffset < headLength)) look(document);
    }),
    ...earlyCommands.map((command) => vscode.commands.registerCommand(command, callAnew(command))),
  );
  context.subscriptions.push({ dispose: () => vscode.Disposable.from(...waiting).dispose() });
  if (isFormattedViewOpen()) start();
  for (const document of vscode.workspace.textDocuments) look(document);
  return { sliceTimes: () => sliceTimes };
}
