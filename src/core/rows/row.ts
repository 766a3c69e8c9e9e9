import type { Rating } from '../record/outcome';
import type { NotableId } from '../rules/notable-event';

/** Where a trace is. */
export interface Place {
  /** As people name the file; `-` is standard input. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** From the beginning of the unpacked text without a byte order mark, in UTF-16 units. */
  readonly offset: number;
}

/**
 * `service`: the platform itself. `session`: a temporary identity, of an agency or a federation, where the record does
 * not say which.
 */
export type UserType = 'user' | 'root' | 'agency' | 'federated' | 'session' | 'service';

/** According to the rating: `incident` is more severe than `failed`. */
export type RowOutcome = 'succeeded' | 'failed' | 'incident';

export type Access = 'read-only' | 'change';

/**
 * A trace as a flat row, which can be sent to other threads and written as JSON. Empty and masked values are
 * `undefined`; credentials in the others are masked. Values are foreign text otherwise: whoever shows them replaces
 * control characters.
 */
export interface Row extends Place {
  /** When it happened, in epoch milliseconds; see {@link isTimeExact}. */
  readonly time: number | undefined;
  /** Whether the moment is known; false for a date without a time zone, which is read as UTC. */
  readonly isTimeExact: boolean | undefined;
  /** When CTS recorded it, likewise. */
  readonly recordTime: number | undefined;
  readonly isRecordTimeExact: boolean | undefined;
  /** `service_type`. */
  readonly service: string | undefined;
  readonly resourceType: string | undefined;
  /** `trace_name`. */
  readonly event: string | undefined;
  /** The official operation name of the event in the user's language; `undefined` if it is not in the catalog. */
  readonly operation: string | undefined;
  readonly resourceId: string | undefined;
  readonly resourceName: string | undefined;
  readonly user: string | undefined;
  readonly userId: string | undefined;
  /** The name of the user's account, otherwise its id. */
  readonly account: string | undefined;
  readonly accountId: string | undefined;
  readonly userType: UserType | undefined;
  /** The user who assumed the identity. */
  readonly assumedBy: string | undefined;
  readonly mfa: boolean | undefined;
  /** The id of the access key in `user.access_key_id`; never its secret. */
  readonly accessKey: string | undefined;
  readonly sourceIp: string | undefined;
  /** `user_agent`. */
  readonly agent: string | undefined;
  readonly rating: Rating | undefined;
  /** As in the trace, usually an HTTP status. */
  readonly code: string | undefined;
  readonly outcome: RowOutcome | undefined;
  /** Why it failed, from `response` or `message`; `undefined` unless it failed. */
  readonly reason: string | undefined;
  /** `undefined` if neither the trace nor the name of its event says. */
  readonly access: Access | undefined;
  readonly traceId: string | undefined;
  readonly requestId: string | undefined;
  /** Why it is notable, the gravest reason first. */
  readonly notable: readonly NotableId[];
  /** The ids of the rules with findings in the trace, each once; `undefined` if it was not checked. */
  readonly findings: readonly string[] | undefined;
}

/** When a trace happened, or else when it was recorded, in epoch milliseconds. */
export function momentOf({ time, recordTime }: Row): number | undefined {
  return time ?? recordTime;
}

/** Whether {@link momentOf} is known to the millisecond, not only to the day. */
export function isMomentExact({ time, isTimeExact, isRecordTimeExact }: Row): boolean {
  return (time === undefined ? isRecordTimeExact : isTimeExact) === true;
}
