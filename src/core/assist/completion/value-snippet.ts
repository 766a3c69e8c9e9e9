import { attributes } from '../../catalog/rows/attributes';
import type { Attribute } from '../../catalog/rows/row-types';

/** A value in the editor's snippet syntax. */
export interface ValueSnippet {
  readonly text: string;
  /** Whether values can be completed at its place. */
  readonly isCompleted: boolean;
}

const completed: ReadonlySet<string> = new Set(['trace_name', 'resource_type', 'service_type']);

/**
 * A placeholder for the value of a field, of the JSON type that it has most often.
 *
 * @param stop the number of the tab stop
 * @param now Unix time in milliseconds, for times
 */
export function valueSnippet(
  { name, types = [], values }: Attribute,
  stop: number,
  now: number,
): ValueSnippet {
  const choices = values?.map(({ value }) => value) ?? [];
  if (choices.length > 0) return { text: `"\${${stop}|${choices.join(',')}|}"`, isCompleted: false };
  const text = placeholder(name, types[0] ?? 'string', { stop, now });
  return { text, isCompleted: completed.has(name) };
}

interface Stop {
  readonly stop: number;
  readonly now: number;
}

function placeholder(name: string, type: string, { stop, now }: Stop): string {
  if (name === 'time' || name === 'record_time') return `\${${stop}:${now}}`;
  switch (type) {
    case 'number':
      return `\${${stop}:0}`;
    case 'boolean':
      return `\${${stop}|false,true|}`;
    case 'object':
      return `{ $${stop} }`;
    default:
      return `"$${stop}"`;
  }
}

/** Fields that are in most traces but not required, the most frequent first. */
const frequent: readonly string[] = [
  'trace_id',
  'record_time',
  'user',
  'source_ip',
  'code',
  'resource_name',
  'resource_id',
  'request',
  'response',
  'project_id',
  'tracker_name',
  'event_type',
  'api_version',
];

/** The fields of a trace in the order in which they are offered; without the older name of another. */
export const fieldsToOffer: readonly Attribute[] = orderFields();

function orderFields(): readonly Attribute[] {
  const older = new Set(attributes.flatMap(({ olderName }) => olderName ?? []));
  const fields = attributes.filter(({ name }) => !name.includes('.') && !older.has(name));
  const rankOf = ({ name, mandatory }: Attribute): number => {
    if (mandatory) return -1;
    const place = frequent.indexOf(name);
    return place < 0 ? frequent.length : place;
  };
  return [...fields].sort((one, other) => rankOf(one) - rankOf(other));
}
