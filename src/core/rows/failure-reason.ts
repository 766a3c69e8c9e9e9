import { isMeaningful } from '../record/already-masked';
import type { Trace } from '../record/trace';
import { isObject, type JsonObject, type JsonValue, ownValue, tryParse } from '../text/json';

/**
 * What a failed operation answered: the error code and message in `response`, otherwise the text in `message`;
 * `undefined` if there is none.
 */
export function findFailureReason(trace: Trace): string | undefined {
  const response = decode(trace.value('response'));
  return findError(response) ?? findMessage(decode(trace.value('message')));
}

/** JSON in a string is parsed. */
function decode(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  return (tryParse(value) as JsonValue | undefined) ?? value;
}

/** The keys under which the APIs of the services answer errors. */
const codeKeys = ['error_code', 'errorCode', 'code'];
const messageKeys = [
  'error_msg',
  'errorMsg',
  'error_message',
  'errorMessage',
  'message',
  'fail_reason',
  'reason',
];

/** How deep errors are nested: `{"badRequest": {"message": …}}`, `{"error": {"message": …}}`. */
const maxDepth = 2;

function findError(response: JsonValue | undefined, depth = 0): string | undefined {
  if (!isObject(response)) return undefined;
  const parts = [findTextAt(response, codeKeys), findTextAt(response, messageKeys)];
  const found = parts.filter((part) => part !== undefined).join(': ');
  if (found !== '') return found;
  if (depth === maxDepth) return undefined;
  for (const key of Object.keys(response)) {
    const inner = findError(ownValue(response, key), depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function findTextAt(object: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = ownValue(object, key);
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && isMeaningful(value)) return value.trim();
  }
  return undefined;
}

function findMessage(message: JsonValue | undefined): string | undefined {
  if (typeof message === 'string') return isMeaningful(message) ? message.trim() : undefined;
  return findError(message);
}
