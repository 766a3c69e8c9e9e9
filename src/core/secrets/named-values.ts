import { type KeyNames, type Member, visitMembers } from '../record/json-members';
import { tryParse } from '../text/json';
import { endOf } from '../text/span';

/**
 * The names of values in objects such as `{"name": "X-Auth-Token", "value": "…"}`, which headers, variables and tags are
 * written as: there the key `value` gets the name beside it. `undefined` if a text has no such object.
 */
export function findValueNames(text: string): KeyNames | undefined {
  if (!valueKeyHint.test(text)) return undefined;
  const names = new Map<number, string>();
  // Members come before their object, so the last ones are those of the object that closes
  const open: PairMember[] = [];
  visitMembers(text, undefined, (member) => {
    if (member.type === 'object') pairUp(open, member.span.offset, names);
    const part = toPairMember(member, text);
    if (part) open.push(part);
  });
  return names.size === 0 ? undefined : (offset) => names.get(offset);
}

/** Whether a text has a key that {@link findValueNames} may find. */
export const valueKeyHint = /values?\\*"/i;

interface PairMember {
  readonly offset: number;
  /** The name, for a member that gives one; `undefined` for one that is a value. */
  readonly name: string | undefined;
}

const nameKey = /(?:name|key|header|field|param|parameter|variable|property|attribute)$/i;
const valueKey = /values?$/i;
const maxNameLength = 160;

function toPairMember({ path, keySpan, span, type }: Member, text: string): PairMember | undefined {
  if (keySpan === undefined || path === undefined) return undefined;
  if (valueKey.test(path.key)) return { offset: keySpan.offset, name: undefined };
  if (type !== 'string' || span.length > maxNameLength || !nameKey.test(path.key)) return undefined;
  const name = tryParse(text.slice(span.offset, endOf(span)));
  return typeof name === 'string' ? { offset: keySpan.offset, name } : undefined;
}

function pairUp(open: PairMember[], start: number, names: Map<number, string>): void {
  const members: PairMember[] = [];
  for (let last = open.at(-1); last !== undefined && last.offset >= start; last = open.at(-1)) {
    members.push(last);
    open.pop();
  }
  const named = members.find(({ name }) => name !== undefined);
  if (named?.name === undefined) return;
  for (const { offset, name } of members) if (name === undefined) names.set(offset, named.name);
}
