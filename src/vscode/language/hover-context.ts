import type * as vscode from 'vscode';
import { findValueAt, nameSpanOf } from '../../core/assist/related-traces';
import type {
  AsyncPlaces,
  ExplainSettings,
  LikelyCounterparts,
  ResourceSummary,
  TracePlace,
} from '../../core/explain/parts/explanation';
import type { LocatedTrace } from '../../core/file/located-traces';
import type { TraceDocument } from '../checks/document-check';
import { sliceLength } from '../documents/time-slices';
import type { Resources } from './resource-index';

const eventFields = ['trace_name'];

/** The position that a hover is for. */
export interface HoverPosition {
  readonly traceDocument: TraceDocument;
  readonly located: LocatedTrace;
  /** Counted from the start of the trace. */
  readonly offset: number;
  readonly isWanted: () => boolean;
}

/** What else of the file an explanation depends on. */
export async function findRelated(
  where: HoverPosition,
  resources: Resources,
): Promise<Pick<ExplainSettings, 'counterparts' | 'asyncPlaces' | 'resource'>> {
  const [counterparts, asyncPlaces, resource] = await Promise.all([
    findLikelyCounterparts(where, resources),
    findAsyncPlaces(where, resources),
    findResourceSummary(where, resources),
  ]);
  return { counterparts, asyncPlaces, resource };
}

/** How long a hover waits for the counterparts, in milliseconds: enough to search a file of usual size. */
const hoverTimeout = 2 * sliceLength;

/**
 * The counterparts to show in the hover of an event name. `undefined` anywhere else, or if the search of a large file
 * takes too long: the first hover then appears without them, while indexing continues for the next one.
 */
async function findLikelyCounterparts(
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
async function findAsyncPlaces(
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
async function findResourceSummary(
  { traceDocument, located, offset, isWanted }: HoverPosition,
  resources: Resources,
): Promise<ResourceSummary | undefined> {
  if (findValueAt(located.trace, offset, ['resource_id', 'resource_name']) === undefined) return undefined;
  return withinHover(resources.summarize({ traceDocument, trace: located.trace, isWanted }));
}

function withinHover<Found>(search: Promise<Found>): Promise<Found | undefined> {
  const timeout = new Promise<undefined>((resume) => setTimeout(resume, hoverTimeout, undefined));
  return Promise.race([search, timeout]);
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
