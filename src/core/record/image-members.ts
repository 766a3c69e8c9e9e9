import { isObject, type JsonValue, ownValue, tryParse } from '../text/json';
import { isMeaningful } from './already-masked';
import { findString, type Trace } from './trace';

/** The events on members of a shared image, as traces spell them. */
const memberEvents: readonly string[] = ['addMember', 'updateMember', 'deleteMember', 'deleteMemeber'];

/** Whether it is an event of IMS on members of a shared image. */
export function isMemberEvent(service: string | undefined, event: string | undefined): boolean {
  return service?.toUpperCase() === 'IMS' && event !== undefined && memberEvents.includes(event);
}

/** Keys of one project: of the Glance API, of its response. */
const memberKeys = ['member', 'member_id'] as const;
/** Keys of lists: of the batch API of IMS. */
const listKeys = ['projects', 'domains', 'organizations'] as const;

/**
 * The ids of whom an image is shared with, or no longer, by an event on members: as its request says, or else its response.
 * None if neither does, or for another event.
 */
export function imageMembersOf(trace: Trace): readonly string[] {
  if (!isMemberEvent(findString(trace, 'service_type'), findString(trace, 'trace_name'))) return [];
  const requested = membersIn(trace.value('request'));
  return requested.length > 0 ? requested : membersIn(trace.value('response'));
}

/** Ids of projects and accounts are hexadecimal, those of organizations have a prefix. Nothing else is passed on. */
function isId(value: string): boolean {
  return isMeaningful(value) && /^[\w-]{1,64}$/.test(value);
}

function membersIn(value: JsonValue | undefined): readonly string[] {
  const body = typeof value === 'string' ? (tryParse(value) as JsonValue | undefined) : value;
  if (!isObject(body)) return [];
  const lists = listKeys.map((key) => ownValue(body, key)).filter((list) => Array.isArray(list));
  const found = [...memberKeys.map((key) => ownValue(body, key)), ...lists.flat()];
  return [...new Set(found.filter((id) => typeof id === 'string' && isId(id)))];
}
