import { isMeaningful } from '../record/already-masked';
import { maskText } from '../secrets/mask-text';
import type { JsonValue } from '../text/json';
import { limitLength } from './limit-length';
import { Memo } from './memo';

/** The text of a column; `undefined` if a value is empty, masked, or neither a string nor a number. */
export type ColumnReader = (value: JsonValue | undefined) => string | undefined;

/**
 * Reads a column: trims its values, masks credentials in them and cuts what is too long. Most columns have the same few
 * values again and again, so that they are remembered.
 *
 * @param field the name of the field, by which some credentials are recognised
 */
export function columnReader(field: string): ColumnReader {
  const known = new Memo((value: string) => cleanText(value, field));
  return (value) => {
    if (typeof value === 'string') return plainId.test(value) ? value : known.get(value);
    return typeof value === 'number' ? String(value) : undefined;
  };
}

/** Ids of hexadecimal digits are all different, and are no credentials. */
const plainId = /^[0-9a-f]{4}[0-9a-f-]{4,60}$/;

function cleanText(value: string, field: string): string | undefined {
  return isMeaningful(value) ? limitLength(maskText(value.trim(), field)) : undefined;
}
