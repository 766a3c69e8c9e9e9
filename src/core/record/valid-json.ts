import { tryParse } from '../text/json';

const blanks = String.raw`[ \t\r\n]*`;
const textPart = String.raw`[^"\\\x00-\x1f]*`;
const text = String.raw`"${textPart}(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})${textPart})*"`;
const word = String.raw`(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)`;

/** JSON nested no deeper than that in most strings of traces. */
const shallowJson = new RegExp(`^${blanks}${valuePattern(2)}${blanks}$`);

/** Longer strings could overflow the stack of the regular expression. */
const longestShallow = 2048;

/**
 * Whether a string is JSON, by the same rules as `JSON.parse`. Most strings in traces are short and shallow; a pattern
 * recognises those in a quarter of the time, since it builds no values.
 */
export function isJson(json: string): boolean {
  return (json.length <= longestShallow && shallowJson.test(json)) || tryParse(json) !== undefined;
}

/** @param depth how deep objects and arrays may be nested */
function valuePattern(depth: number): string {
  if (depth === 0) return `(?:${text}|${word})`;
  const value = valuePattern(depth - 1);
  const object = String.raw`\{${blanks}${listPattern(`${text}${blanks}:${blanks}${value}`)}\}`;
  const array = String.raw`\[${blanks}${listPattern(value)}\]`;
  return `(?:${text}|${object}|${array}|${word})`;
}

function listPattern(element: string): string {
  return `(?:${element}${blanks}(?:,${blanks}${element}${blanks})*)?`;
}
