import type { JsonValue } from '../text/json';

/** Whether two values are forms of one: a number or boolean and the string that spells it, an id in either case. */
export function isSameScalar(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (typeof one === 'string' && typeof other === 'string') return isSameId(one, other);
  if (typeof one === 'string') return isSpelling(one, other);
  return typeof other === 'string' && isSpelling(other, one);
}

function isSpelling(text: string, value: JsonValue | undefined): boolean {
  if (typeof value === 'number') return text.trim() !== '' && Number(text) === value;
  return typeof value === 'boolean' && text.trim().toLowerCase() === String(value);
}

function isSameId(one: string, other: string): boolean {
  return anyCase.test(one) && one.toLowerCase() === other.toLowerCase();
}

/** Hexadecimal digits, with hyphens in a UUID; `true` and `false`, which some write as `True`. */
const anyCase = /^(?:[\da-f]{8}(?:-?[\da-f]{4}){3,}[\da-f-]*|true|false)$/i;
