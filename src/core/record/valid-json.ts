import { tryParse } from '../text/json';

const blanks = String.raw`[ \t\r\n]*`;
const textPart = String.raw`[^"\\\x00-\x1f]*`;
const text = String.raw`"${textPart}(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})${textPart})*"`;
const word = String.raw`(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)`;

/** JSON whose objects and arrays lie as deep in one another as in most texts of traces. */
const shallowJson = new RegExp(`^${blanks}${valuePattern(2)}${blanks}$`);

/** What is longer would fill the stack of the search. */
const longestShallow = 2048;

/**
 * Whether a text is JSON, by the same rules as `JSON.parse`. Most texts that traces hold are short and shallow, and told
 * by a pattern in a quarter of the time, since nothing is made of them.
 */
export function isJson(json: string): boolean {
  return (json.length <= longestShallow && shallowJson.test(json)) || tryParse(json) !== undefined;
}

/** @param depth how deep objects and arrays may lie in one another */
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
