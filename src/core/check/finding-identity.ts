import { findKeyPaths, type KeyPath } from '../record/key-paths';
import { findString, type Trace } from '../record/trace';
import { findUuidKey } from '../record/trace-id';
import type { Report } from '../rules/rule';
import { displayValue } from '../rules/wording';

/**
 * Where a finding is, whatever file its trace is in and wherever in it. Together with its rule it identifies a finding
 * from run to run. It has no value of the trace but its id.
 */
export interface TracePlace {
  /** In lower case; `undefined` if the finding is in no trace, or in one whose id is not a UUID. */
  readonly traceId: string | undefined;
  /**
   * A JSON pointer (RFC 6901) from the trace on, which goes on in JSON within strings: `/request/server/name`. Empty for the
   * trace as a whole; `undefined` if the finding is in no trace.
   */
  readonly keyPath: string | undefined;
}

/** The places of reports on one item. @param record that the spans count from; `undefined` if the item is no trace */
export function identify(reports: readonly Report[], record: Trace | undefined): readonly TracePlace[] {
  if (record === undefined) return [];
  const id = findString(record, 'trace_id');
  const traceId = id === undefined ? undefined : findUuidKey(id);
  const paths = findKeyPaths(
    record.text,
    reports.map(({ span }) => span.offset),
  );
  return reports.map(({ span, missingKey }) => {
    const path = missingKey === undefined ? (paths.get(span.offset) ?? []) : [missingKey];
    return { traceId, keyPath: toPointer(path) };
  });
}

/** Keys are foreign text like values, so credentials in them are masked. */
function toPointer(path: KeyPath): string {
  return path.map((step) => `/${escapeStep(displayValue(String(step)))}`).join('');
}

function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
