export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object as `JSON.parse` makes it: `__proto__` may be an own key, so look keys up with {@link ownValue}. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/** `JSON.parse` for arbitrary text; `undefined` if it is not JSON. */
export function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value of an own key, never an inherited one. */
export function ownValue(object: JsonObject, key: string): JsonValue | undefined {
  // An object inherits only functions and `__proto__`, and JSON has no functions: any other value is an own one
  const value: unknown = object[key];
  return typeof value === 'function' || key === '__proto__' ? findOwnValue(object, key) : object[key];
}

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
