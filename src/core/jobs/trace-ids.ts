import { IdList } from '../check/id-list';
import { findString, type Trace } from '../record/trace';
import { findUuidKey } from '../record/trace-id';

/** The ids of traces, to find those that were delivered twice; numbered by the ordinals of `IdTable`. */
export class TraceIds {
  private readonly ids = new IdList();

  /** @returns the ordinal of the trace; `undefined` if it has no id */
  add(trace: Trace): number | undefined {
    const traceId = trace.isWellFormed ? findString(trace, 'trace_id') : undefined;
    const key = traceId === undefined ? undefined : findUuidKey(traceId);
    if (key === undefined) return undefined;
    this.ids.add(key);
    return this.ids.length - 1;
  }

  /** Four for each trace that has an id. */
  toWords(): Uint32Array {
    return this.ids.toWords();
  }
}
