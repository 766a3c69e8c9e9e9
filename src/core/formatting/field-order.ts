import type { Field } from '../record/trace';

/** `file`: as in the file; `essentials-first`: what happened, when, by whom, how it ended, to what; then as in the file. */
export type FieldOrder = 'file' | 'essentials-first';

export function isFieldOrder(value: unknown): value is FieldOrder {
  return value === 'file' || value === 'essentials-first';
}

const essentials: readonly string[] = [
  'trace_name',
  'time',
  'user',
  'trace_rating',
  'trace_status',
  'code',
  'resource_name',
  'resource_id',
  'resource_type',
  'service_type',
  'source_ip',
];

const ranks: ReadonlyMap<string, number> = new Map(essentials.map((name, rank) => [name, rank]));

/** The fields in the order in which they are shown; those of one name stay in theirs. */
export function orderFields(fields: readonly Field[], order: FieldOrder): readonly Field[] {
  if (order === 'file') return fields;
  return fields.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ name }: Field): number {
  return ranks.get(name) ?? essentials.length;
}
