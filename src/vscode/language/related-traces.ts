import * as vscode from 'vscode';
import { type Counterpart, findValueAt, nameSpanOf } from '../../core/assist/related-traces';
import type { KnownCounterpart, KnownCounterparts } from '../../core/explain/parts/explanation';
import type { LocatedTrace } from '../../core/file/located-traces';
import { type Span, shiftSpan } from '../../core/text/span';
import type { Documents } from '../checks/checked-documents';
import type { TraceDocument } from '../checks/document-check';
import type { ResourceQuestion, Resources } from '../checks/resource-index';
import { toRange } from '../documents/convert-ranges';
import { languages } from '../documents/languages';
import { sliceLength } from '../documents/slices';
import { guard, type Log } from '../log';

const eventFields = ['trace_name'];
const resourceFields = ['trace_name', 'resource_id', 'resource_name'];

/** Provides "Go to Definition" from an event to its likely counterpart, and references to all traces of a resource. */
export function registerCounterparts(
  documents: Documents,
  resources: Resources,
  log: Log,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider([...languages], {
      provideDefinition: (document, position, token) =>
        guard(log, 'counterpart', async () => {
          const spot = await findSpot(documents, { document, position, token }, eventFields);
          return spot && findDefinition(spot, resources);
        }),
    }),
    vscode.languages.registerReferenceProvider([...languages], {
      provideReferences: (document, position, _context, token) =>
        guard(log, 'references', async () => {
          const spot = await findSpot(documents, { document, position, token }, resourceFields);
          return spot && findReferences(spot, resources);
        }),
    }),
  );
}

/** How long a hover waits for the counterparts, in milliseconds: enough to search a file of usual size. */
const hoverPatience = 2 * sliceLength;

/** The position that a hover is for. */
export interface HoveredPlace {
  readonly found: TraceDocument;
  readonly placed: LocatedTrace;
  /** Counted from the start of the trace. */
  readonly offset: number;
  readonly isWanted: () => boolean;
}

/**
 * The counterparts to show in the hover of an event name. `undefined` anywhere else, or if the search of a large file
 * takes too long: the first hover then appears without them, while indexing continues for the next one.
 */
export async function findStatedCounterparts(
  { found, placed, offset, isWanted }: HoveredPlace,
  resources: Resources,
): Promise<KnownCounterparts | undefined> {
  if (findValueAt(placed.trace, offset, eventFields) === undefined) return undefined;
  const impatience = new Promise<undefined>((resume) => setTimeout(resume, hoverPatience, undefined));
  const search = resources.findCounterparts({ found, trace: placed.trace, isWanted });
  const counterparts = await Promise.race([search, impatience]);
  if (counterparts === undefined || !isWanted()) return undefined;
  const ownLine = lineOf(found.document, placed);
  return {
    side: counterparts.side,
    found: counterparts.found.map((counterpart) => toStated(found.document, counterpart, ownLine)),
  };
}

interface Spot extends ResourceQuestion {
  /** Span of the value in the document. */
  readonly value: Span;
}

interface Request {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly token: vscode.CancellationToken;
}

/** The value at a position if it belongs to one of the fields; waits until the whole document has been read. */
async function findSpot(
  documents: Documents,
  { document, position, token }: Request,
  fields: readonly string[],
): Promise<Spot | undefined> {
  const { version } = document;
  const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
  const found = await documents.whenChecked(document);
  if (found === undefined || !isWanted()) return undefined;
  const offset = document.offsetAt(position);
  const placed = found.file.traceAt(offset);
  const value = placed && findValueAt(placed.trace, offset - placed.start, fields);
  return value && { found, trace: placed.trace, isWanted, value: shiftSpan(value, placed.start) };
}

async function findDefinition(spot: Spot, resources: Resources): Promise<vscode.LocationLink[] | undefined> {
  const counterparts = await resources.findCounterparts(spot);
  const { document } = spot.found;
  const originSelectionRange = toRange(document, spot.value);
  return counterparts?.found.map(({ placed }) => ({
    originSelectionRange,
    targetUri: document.uri,
    targetRange: recordRange(document, placed),
    targetSelectionRange: toRange(document, nameSpanOf(placed)),
  }));
}

async function findReferences(spot: Spot, resources: Resources): Promise<vscode.Location[] | undefined> {
  const { document } = spot.found;
  const traces = await resources.findTraces(spot);
  return traces?.map((placed) => new vscode.Location(document.uri, toRange(document, nameSpanOf(placed))));
}

function recordRange(document: TraceDocument['document'], { trace, start }: LocatedTrace): vscode.Range {
  return toRange(document, { offset: start, length: trace.text.length });
}

/** Traces on the same line, as is usual in files from OBS, are identified by number instead. */
function toStated(
  document: vscode.TextDocument,
  { placed, difference }: Counterpart,
  ownLine: number,
): KnownCounterpart {
  const line = lineOf(document, placed);
  const place =
    line === ownLine
      ? { kind: 'trace' as const, number: placed.number + 1 }
      : { kind: 'line' as const, number: line + 1 };
  return { place, difference };
}

/** The line of the event name, which is where "Go to Definition" leads. */
function lineOf(document: vscode.TextDocument, placed: LocatedTrace): number {
  return document.positionAt(nameSpanOf(placed).offset).line;
}
