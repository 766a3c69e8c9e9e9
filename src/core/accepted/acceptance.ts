/** What identifies a finding from run to run; never the value that it is about. */
export interface FindingKey {
  readonly rule: string;
  /** A UUID in lower case. */
  readonly traceId: string;
  /** See `TracePlace`. */
  readonly keyPath: string;
}

/** A finding that somebody has looked at and accepts. */
export interface Acceptance extends FindingKey {
  readonly reason: string;
  readonly author?: string;
  /** Year, month and day: `2026-11-20`. */
  readonly date: string;
}

/** The key of a finding; `undefined` if it is in no trace with an id that is a UUID: it cannot be accepted. */
export function findingKeyOf({
  rule,
  traceId,
  keyPath,
}: {
  readonly rule: string;
  readonly traceId: string | undefined;
  readonly keyPath: string | undefined;
}): FindingKey | undefined {
  return traceId === undefined || keyPath === undefined ? undefined : { rule, traceId, keyPath };
}

/** The same for the same finding only. */
export function keyText({ rule, traceId, keyPath }: FindingKey): string {
  return `${rule} ${traceId} ${keyPath}`;
}
