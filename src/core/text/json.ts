export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object as `JSON.parse` makes it: `__proto__` is an own key like any other, so look keys up with {@link ownValue}. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** The JSON type of a value as it stands in the text. */
export type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/** `JSON.parse` for text that may be anything: `undefined` where it is not JSON. */
export function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value of an own key, never one that an object inherits. */
export function ownValue(object: JsonObject, key: string): JsonValue | undefined {
  const value: unknown = object[key];
  return typeof value === 'function' || key === '__proto__' ? findOwnValue(object, key) : object[key];
}

/** What an object inherits is functions and `__proto__`, which JSON has not: any other value is its own. */
function findOwnValue(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON type of a decoded value. */
export function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as JsonType;
}
