import * as vscode from 'vscode';
import { findValueAt, nameSpanOf } from '../../core/assist/related-traces';
import type {
  AsyncPlaces,
  LikelyCounterparts,
  ResourceSummary,
  TracePlace,
} from '../../core/explain/parts/explanation';
import type { LocatedTrace } from '../../core/file/located-traces';
import { type Span, shiftSpan } from '../../core/text/span';
import type { TraceDocument } from '../checks/document-check';
import type { OpenDocuments } from '../checks/open-documents';
import { toRange } from '../documents/convert-ranges';
import { documentLanguages } from '../documents/languages';
import { sliceLength } from '../documents/time-slices';
import { guard, type Log } from '../log';
import type { ResourceQuestion, Resources } from './resource-index';

const eventFields = ['trace_name'];
const resourceFields = ['trace_name', 'resource_id', 'resource_name'];

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
          return target && findReferences(target, resources);
        }),
    }),
  );
}

/** How long a hover waits for the counterparts, in milliseconds: enough to search a file of usual size. */
const hoverTimeout = 2 * sliceLength;

/** The position that a hover is for. */
export interface HoverPosition {
  readonly traceDocument: TraceDocument;
  readonly located: LocatedTrace;
  /** Counted from the start of the trace. */
  readonly offset: number;
  readonly isWanted: () => boolean;
}

/**
 * The counterparts to show in the hover of an event name. `undefined` anywhere else, or if the search of a large file
 * takes too long: the first hover then appears without them, while indexing continues for the next one.
 */
export async function findLikelyCounterparts(
  { traceDocument, located, offset, isWanted }: HoverPosition,
  resources: Resources,
): Promise<LikelyCounterparts | undefined> {
  if (findValueAt(located.trace, offset, eventFields) === undefined) return undefined;
  const counterparts = await withinHover(
    resources.findCounterparts({ traceDocument, trace: located.trace, isWanted }),
  );
  if (counterparts === undefined || !isWanted()) return undefined;
  const placeOf = placesBeside(located, traceDocument.document);
  return {
    side: counterparts.side,
    found: counterparts.found.map((counterpart) => ({
      place: placeOf(counterpart.located),
      difference: counterpart.difference,
    })),
  };
}

/** The result of an accepted call, or its call, to show in the hover of the event name, under the same conditions. */
export async function findAsyncPlaces(
  { traceDocument, located, offset, isWanted }: HoverPosition,
  resources: Resources,
): Promise<AsyncPlaces | undefined> {
  if (findValueAt(located.trace, offset, eventFields) === undefined) return undefined;
  const partners = await withinHover(
    resources.findAsyncPartners({ traceDocument, trace: located.trace, isWanted }),
  );
  if (partners === undefined || !isWanted()) return undefined;
  const placeOf = placesBeside(located, traceDocument.document);
  return {
    role: partners.role,
    found: partners.found.map(({ located: partner, difference, outcome }) => ({
      place: placeOf(partner),
      difference,
      rating: outcome.rating,
    })),
  };
}

/** The traces of the resource to show in the hover of its id or name, under the same conditions. */
export async function findResourceSummary(
  { traceDocument, located, offset, isWanted }: HoverPosition,
  resources: Resources,
): Promise<ResourceSummary | undefined> {
  if (findValueAt(located.trace, offset, ['resource_id', 'resource_name']) === undefined) return undefined;
  return withinHover(resources.summarise({ traceDocument, trace: located.trace, isWanted }));
}

function withinHover<Found>(search: Promise<Found>): Promise<Found | undefined> {
  const timeout = new Promise<undefined>((resume) => setTimeout(resume, hoverTimeout, undefined));
  return Promise.race([search, timeout]);
}

interface Target extends ResourceQuestion {
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
  return value && { traceDocument, trace: located.trace, isWanted, value: shiftSpan(value, located.start) };
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

/** Traces on the same line, as is usual in files from OBS, are identified by number instead. */
function placesBeside(
  own: LocatedTrace,
  document: vscode.TextDocument,
): (located: LocatedTrace) => TracePlace {
  const ownLine = lineOf(document, own);
  return (located) => {
    const line = lineOf(document, located);
    return line === ownLine
      ? { kind: 'trace', number: located.number + 1 }
      : { kind: 'line', number: line + 1 };
  };
}

/** The line of the event name, which is where "Go to Definition" leads. */
function lineOf(document: vscode.TextDocument, located: LocatedTrace): number {
  return document.positionAt(nameSpanOf(located).offset).line;
}
