import * as vscode from 'vscode';
import { comparisonTitle, type LaidOutCopies, layOutCopies } from '../../core/assist/compare-copies';
import type { LocatedTrace } from '../../core/file/located-traces';
import { duplicateTrace } from '../../core/rules/duplicate-trace';
import type { OpenDocuments } from '../checks/open-documents';
import { readLocalizer } from '../configuration';
import { copyScheme, registerContent } from '../documents/made-documents';
import { nameOf } from '../documents/original-uri';
import { guard, type Log } from '../log';

/** Called by a quick fix only. */
export const compareCopiesCommand = 'ctsTrace.compareCopies';

/** Two traces of a document: by an offset in each. */
export interface CopyPair {
  readonly uri: string;
  readonly first: number;
  readonly other: number;
}

type Side = keyof LaidOutCopies;

/**
 * Registers the command that shows two copies of a trace in the diff editor, as read-only documents made from the traces.
 * They are made once: edits of the file do not change what is being compared.
 */
export function registerCompareCopies(documents: OpenDocuments, log: Log): vscode.Disposable {
  const contentOf = (uri: vscode.Uri) =>
    guard(log, compareCopiesCommand, async () => {
      const { side, ...pair } = JSON.parse(uri.query) as CopyPair & { readonly side: Side };
      const copies = await findCopies(documents, pair);
      return copies && layOutCopies(copies.first.trace, copies.other.trace)[side];
    });
  return vscode.Disposable.from(
    registerContent(copyScheme, contentOf),
    vscode.commands.registerCommand(compareCopiesCommand, (pair: CopyPair) =>
      guard(log, compareCopiesCommand, () => compare(documents, pair)),
    ),
  );
}

interface Copies extends Readonly<Record<Side, LocatedTrace>> {
  readonly document: vscode.TextDocument;
}

async function findCopies(documents: OpenDocuments, pair: CopyPair): Promise<Copies | undefined> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(pair.uri));
  const file = (await documents.whenChecked(document))?.file;
  const [first, other] = [file?.traceAt(pair.first), file?.traceAt(pair.other)];
  // After edits, the offsets of a comparison that is restored with the window may lead elsewhere
  const isPair = first && other && duplicateTrace.keyOf(first.trace) === duplicateTrace.keyOf(other.trace);
  return isPair ? { document, first, other } : undefined;
}

async function compare(documents: OpenDocuments, pair: CopyPair): Promise<void> {
  const copies = await findCopies(documents, pair);
  if (copies === undefined) return;
  const { document } = copies;
  const name = nameOf(document.uri);
  const placeOf = (side: Side) => ({
    line: document.positionAt(pair[side]).line,
    trace: copies[side].number,
  });
  const places = { first: placeOf('first'), other: placeOf('other') };
  const uriOf = (side: Side): vscode.Uri =>
    vscode.Uri.from({
      scheme: copyScheme,
      path: `/${places[side].trace + 1}/${name.endsWith('.json') ? name : `${name}.json`}`,
      query: JSON.stringify({ ...pair, side }),
    });
  const title = comparisonTitle(name, places, readLocalizer());
  await vscode.commands.executeCommand('vscode.diff', uriOf('first'), uriOf('other'), title);
}
