import type { JsonValue } from '../text/json';
import { isMeaningful } from './already-masked';
import { type Outcome, outcomeOf } from './outcome';
import { type ReadTime, readTime } from './times';
import { findString, type Trace } from './trace';
import { findUser, type UserIdentity, userIdentityOf } from './user-identity';

/**
 * Who did what to which resource, when and how it ended, as far as the trace says. Values are as in the trace: whoever
 * shows them masks credentials in them.
 */
export interface TraceFacts {
  /** `trace_name`. */
  readonly event: string | undefined;
  /** `service_type`. */
  readonly service: string | undefined;
  readonly resourceType: string | undefined;
  readonly resourceName: string | undefined;
  readonly resourceId: string | undefined;
  readonly user: UserIdentity | undefined;
  readonly sourceIp: string | undefined;
  /** The time of the event, or else when CTS recorded it. */
  readonly time: ReadTime | undefined;
  readonly outcome: Outcome;
}

/** Empty and masked values count as absent. */
export function factsOf(trace: Trace): TraceFacts {
  const user = findUser(trace.value('user'));
  return {
    event: findText(trace, 'trace_name'),
    service: findText(trace, 'service_type'),
    resourceType: findText(trace, 'resource_type'),
    resourceName: findText(trace, 'resource_name'),
    resourceId: textOf(trace.value('resource_id')),
    user: user && userIdentityOf(user),
    sourceIp: findText(trace, 'source_ip'),
    time: findTime(trace, 'time') ?? findTime(trace, 'record_time'),
    outcome: outcomeOf(trace),
  };
}

function findText(trace: Trace, name: string): string | undefined {
  return textOf(findString(trace, name));
}

/** The string or number of a field, trimmed, as some ids are numbers; `undefined` if it is empty or masked. */
export function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && isMeaningful(value) ? value.trim() : undefined;
}

export function findTime(trace: Trace, name: 'time' | 'record_time'): ReadTime | undefined {
  const value = trace.value(name);
  return typeof value === 'number' || typeof value === 'string' ? readTime(value) : undefined;
}
