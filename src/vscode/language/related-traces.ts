import * as vscode from 'vscode';
import { findValueAt, nameSpanOf } from '../../core/assist/related-traces';
import { findSoughtValue } from '../../core/assist/sought-value';
import type { LocatedTrace } from '../../core/file/located-traces';
import { type Span, shiftSpan } from '../../core/text/span';
import type { TraceDocument } from '../checks/document-check';
import type { OpenDocuments } from '../checks/open-documents';
import { toRange } from '../documents/convert-ranges';
import { documentLanguages } from '../documents/languages';
import { guard, type Log } from '../log';
import type { ResourceQuestion, Resources } from './resource-index';

const eventFields = ['trace_name'];
/** Ids that are long enough to be unique, and names, have references of their own. */
const resourceFields = ['trace_name', 'resource_id'];

/**
 * Provides "Go to Definition" from an event to the result of its call and to its likely counterpart, and references to
 * all traces of a resource.
 */
export function registerCounterparts(
  documents: OpenDocuments,
  resources: Resources,
  log: Log,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider([...documentLanguages], {
      provideDefinition: (document, position, token) =>
        guard(log, 'counterpart', async () => {
          const target = await findTarget(documents, { document, position, token }, eventFields);
          return target && findDefinition(target, resources);
        }),
    }),
    vscode.languages.registerReferenceProvider([...documentLanguages], {
      provideReferences: (document, position, _context, token) =>
        guard(log, 'references', async () => {
          const target = await findTarget(documents, { document, position, token }, resourceFields);
          const isValue = target && findSoughtValue(target.trace, target.offset) !== undefined;
          return isValue ? undefined : target && findReferences(target, resources);
        }),
    }),
  );
}

interface Target extends ResourceQuestion {
  /** Of the cursor, counted from the start of the trace. */
  readonly offset: number;
  /** Span of the value in the document. */
  readonly value: Span;
}

interface Request {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly token: vscode.CancellationToken;
}

/** The value at a position if it belongs to one of the fields; waits until the whole document has been read. */
async function findTarget(
  documents: OpenDocuments,
  { document, position, token }: Request,
  fields: readonly string[],
): Promise<Target | undefined> {
  const { version } = document;
  const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
  const traceDocument = await documents.whenChecked(document);
  if (traceDocument === undefined || !isWanted()) return undefined;
  const offset = document.offsetAt(position);
  const located = traceDocument.file.traceAt(offset);
  const value = located && findValueAt(located.trace, offset - located.start, fields);
  return (
    value && {
      traceDocument,
      trace: located.trace,
      isWanted,
      offset: offset - located.start,
      value: shiftSpan(value, located.start),
    }
  );
}

async function findDefinition(
  target: Target,
  resources: Resources,
): Promise<vscode.LocationLink[] | undefined> {
  const { document } = target.traceDocument;
  const partners = await resources.findAsyncPartners(target);
  const counterparts = await resources.findCounterparts(target);
  const found = [...(partners?.found ?? []), ...(counterparts?.found ?? [])];
  if (!target.isWanted()) return undefined;
  const originSelectionRange = toRange(document, target.value);
  return found.map(({ located }) => ({
    originSelectionRange,
    targetUri: document.uri,
    targetRange: recordRange(document, located),
    targetSelectionRange: toRange(document, nameSpanOf(located)),
  }));
}

async function findReferences(target: Target, resources: Resources): Promise<vscode.Location[] | undefined> {
  const { document } = target.traceDocument;
  const traces = await resources.findTraces(target);
  return traces?.map((located) => new vscode.Location(document.uri, toRange(document, nameSpanOf(located))));
}

function recordRange(document: TraceDocument['document'], { trace, start }: LocatedTrace): vscode.Range {
  return toRange(document, { offset: start, length: trace.text.length });
}
