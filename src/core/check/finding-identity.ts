import { findKeyPaths, type KeyPath } from '../record/key-paths';
import { type Field, findString, type Trace } from '../record/trace';
import { findUuidKey } from '../record/trace-id';
import type { Report } from '../rules/rule';
import { displayValue } from '../rules/wording';
import { endOf } from '../text/span';

/**
 * Where a finding is, whatever file its trace is in and wherever in it. Together with its rule it identifies a finding
 * from run to run. It has no value of the trace but its id.
 */
export interface TracePlace {
  /** In lower case; `undefined` if the finding is in no trace, or in one whose id is not a UUID. */
  readonly traceId: string | undefined;
  /**
   * A JSON pointer (RFC 6901) from the trace on, which goes on in JSON within strings: `/request/server/name`. Empty for the
   * trace as a whole; `undefined` if the finding is in no trace. Of a copy that differs from the first one: the id of the trace, then
   * the names of the fields that differ.
   */
  readonly keyPath: string | undefined;
}

/** The places of reports on one item. @param record that the spans count from; `undefined` if the item is no trace */
export function identify(
  reports: readonly Pick<Report, 'span' | 'keyPath'>[],
  record: Trace | undefined,
): readonly TracePlace[] {
  if (record === undefined) return [];
  const id = findString(record, 'trace_id');
  const traceId = id === undefined ? undefined : findUuidKey(id);
  const offsets = reports.flatMap(({ span, keyPath }) => (keyPath === undefined ? [span.offset] : []));
  const paths = hasPlainKeys(record) ? pathsInFields(record, offsets) : findKeyPaths(record.text, offsets);
  return reports.map(({ span, keyPath }) => {
    const path = keyPath ?? paths.get(span.offset) ?? [];
    return { traceId, keyPath: toPointer(path) };
  });
}

/** The length of the quotation marks around a key. */
const quotes = 2;

/** Whether the names of the fields are their keys as they are written, without escapes and blanks. */
function hasPlainKeys(record: Trace): boolean {
  return (
    record.isWellFormed &&
    record.fields().every(({ name, keySpan }) => keySpan.length === name.length + quotes)
  );
}

/** The same as {@link findKeyPaths}, but most findings are on a field as a whole, and its inside need not be read. */
function pathsInFields(record: Trace, offsets: readonly number[]): ReadonlyMap<number, KeyPath> {
  const paths = new Map<number, KeyPath>();
  const inside = new Map<Field, number[]>();
  for (const offset of offsets) {
    const field = fieldAt(record.fields(), offset);
    if (field === undefined || offset <= field.valueSpan.offset) {
      paths.set(offset, field === undefined ? [] : [field.name]);
      continue;
    }
    const ofField = inside.get(field) ?? [];
    ofField.push(offset);
    inside.set(field, ofField);
  }
  for (const [field, ofField] of inside)
    for (const [offset, path] of pathsInField(record, field, ofField)) paths.set(offset, path);
  return paths;
}

/** A binary search for the field that an offset is in. @param fields in text order */
function fieldAt(fields: readonly Field[], offset: number): Field | undefined {
  let from = 0;
  let after = fields.length;
  while (after - from > 1) {
    const middle = (from + after) >>> 1;
    if ((fields[middle]?.keySpan.offset ?? 0) <= offset) from = middle;
    else after = middle;
  }
  const field = fields[from];
  return field && offset >= field.keySpan.offset && offset < endOf(field.valueSpan) ? field : undefined;
}

function* pathsInField(
  { text }: Trace,
  { name, valueSpan }: Field,
  offsets: readonly number[],
): Iterable<readonly [offset: number, path: KeyPath]> {
  const start = valueSpan.offset;
  const value = text.slice(start, endOf(valueSpan));
  const found = findKeyPaths(
    value,
    offsets.map((offset) => offset - start),
  );
  for (const [offset, path] of found) yield [offset + start, [name, ...path]];
}

/** Keys are foreign text like values, so credentials in them are masked. */
function toPointer(path: KeyPath): string {
  return path.map((step) => `/${escapeStep(displayValue(String(step)))}`).join('');
}

function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
