import { attributes } from '../../catalog/rows/attributes';
import { readTrace } from '../../reading/read-trace';
import { wrapsOneTrace } from '../../reading/wrapper-members';
import type { Trace } from '../../record/trace';
import { skipBrackets } from '../../text/brackets';
import { touches } from '../../text/span';
import { type Cursor, type OpenBracket, readCursor } from './cursor';

/** An object around the cursor that may become a trace. */
export interface Draft {
  readonly trace: Trace;
  /** Offset of its opening brace in the text. */
  readonly start: number;
}

/** Text around a cursor. */
export interface Surroundings {
  readonly text: string;
  /** The cursor; counts from the beginning of the text. */
  readonly offset: number;
  /** Whether the file is known to be meant for traces, by its name or by other traces in it. */
  readonly isTraceFile: boolean;
}

/**
 * The object around the cursor if it looks like the beginning of a trace: all its keys are those of a trace, and one is
 * of traces alone unless the file is meant for traces. So nothing is offered in other JSON.
 */
export function findDraft({ text, offset, isTraceFile }: Surroundings): Draft | undefined {
  const start = findObject(readCursor(text, offset));
  if (start === undefined) return undefined;
  const trace = readTrace(text.slice(start, skipBrackets(text, start, text.length) ?? text.length));
  const others = trace.fields().filter(({ keySpan }) => !touches(keySpan, offset - start));
  const names = others.map(({ name }) => name);
  if (!names.every((name) => knownKeys.has(name))) return undefined;
  return isTraceFile || names.some((name) => tellingKeys.has(name)) ? { trace, start } : undefined;
}

/** The innermost object, if it is where traces are: in arrays and in wrappers only. */
function findObject({ open }: Cursor): number | undefined {
  const [innermost, ...outer] = [...open].reverse();
  if (innermost?.kind !== '{' || !holdsTraces(innermost)) return undefined;
  return outer.every((bracket) => holdsTraces(bracket)) ? innermost.offset : undefined;
}

function holdsTraces({ key }: OpenBracket): boolean {
  return key === undefined || key === 'traces' || wrapsOneTrace(key);
}

const knownKeys = new Set(attributes.filter(({ name }) => !name.includes('.')).map(({ name }) => name));
/** `trace_id` is not among them, as other kinds of logs have it too. */
const tellingKeys = new Set(['trace_name', 'trace_type', 'trace_rating', 'trace_status']);
