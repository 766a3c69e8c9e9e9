import * as vscode from 'vscode';
import { nameSpanOf } from '../../core/assist/related-traces';
import { type FoundValue, findSoughtValue } from '../../core/assist/sought-value';
import { occurrencesIn, tracesWith } from '../../core/assist/value-occurrences';
import type { LocatedTrace } from '../../core/file/located-traces';
import { shiftSpan } from '../../core/text/span';
import type { TraceDocument } from '../checks/document-check';
import type { OpenDocuments } from '../checks/open-documents';
import { toRange } from '../documents/convert-ranges';
import { documentLanguages } from '../documents/languages';
import { runInSlices } from '../documents/time-slices';
import { guard, type Log } from '../log';

/** Provides references from a user, an id, an address or a name to the traces that have it, and highlights it. */
export function registerValueReferences(documents: OpenDocuments, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider([...documentLanguages], {
      provideReferences: (document, position, _context, token) =>
        guard(log, 'value references', async () => {
          const { version } = document;
          const traceDocument = await documents.whenChecked(document);
          const target = traceDocument && findTarget(traceDocument, { version, position, token });
          return target && findReferences(target);
        }),
    }),
    vscode.languages.registerDocumentHighlightProvider([...documentLanguages], {
      provideDocumentHighlights: (document, position, token) =>
        guard(log, 'highlights', async () => {
          const { version } = document;
          const traceDocument = documents.isChecking(document) ? undefined : documents.find(document);
          const target = traceDocument && findTarget(traceDocument, { version, position, token });
          return target && findHighlights(target);
        }),
    }),
  );
}

interface Request {
  /** Of the document when the request was made. */
  readonly version: number;
  readonly position: vscode.Position;
  readonly token: vscode.CancellationToken;
}

interface Target {
  readonly traceDocument: TraceDocument;
  readonly sought: FoundValue;
  readonly located: LocatedTrace;
  readonly isWanted: () => boolean;
}

function findTarget(traceDocument: TraceDocument, { version, position, token }: Request): Target | undefined {
  const { document } = traceDocument;
  const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
  if (!isWanted()) return undefined;
  const offset = document.offsetAt(position);
  const located = traceDocument.file.traceAt(offset);
  const sought = located && findSoughtValue(located.trace, offset - located.start);
  return sought && { traceDocument, sought, located, isWanted };
}

/** Each reference is the event name of a trace, which says more in a list than the value that all of them have. */
async function findReferences({
  traceDocument: { document, file },
  sought,
  isWanted,
}: Target): Promise<vscode.Location[] | undefined> {
  const locations: vscode.Location[] = [];
  const take = (located: LocatedTrace | undefined): void => {
    if (located) locations.push(new vscode.Location(document.uri, toRange(document, nameSpanOf(located))));
  };
  await runInSlices(tracesWith(file, sought), { take, isWanted });
  return isWanted() ? locations : undefined;
}

/** Above this number of traces, only those near the cursor are highlighted: the editor asks with each move of it. */
const maxHighlightedTraces = 5000;
/** In UTF-16 units, before and after the cursor; more than a screen shows. */
const nearby = 200_000;

async function findHighlights(target: Target): Promise<vscode.DocumentHighlight[] | undefined> {
  const { traceDocument, sought, located, isWanted } = target;
  const { document, file } = traceDocument;
  const highlights: vscode.DocumentHighlight[] = [];
  const take = (found: LocatedTrace | undefined): void => {
    const spans = found ? occurrencesIn(found.trace, sought) : [];
    for (const span of spans)
      highlights.push(new vscode.DocumentHighlight(toRange(document, shiftSpan(span, found?.start ?? 0))));
  };
  const range = { start: located.start - nearby, end: located.start + nearby, maxLength: nearby };
  const traces =
    file.traceCount <= maxHighlightedTraces
      ? tracesWith(file, sought)
      : file.tracesIn(range)[Symbol.iterator]();
  await runInSlices(traces, { take, isWanted });
  return isWanted() ? highlights : undefined;
}
