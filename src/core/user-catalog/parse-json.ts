import { type ParseError, parse } from 'jsonc-parser';
import { tryParse } from '../text/json';
import { type Span, spanFrom } from '../text/span';

/** The value of a JSON text, or where the first syntax error is. */
export function parseJson(text: string): { readonly value: unknown } | { readonly span: Span } {
  const value = tryParse(text);
  return value === undefined ? { span: spanFrom(...syntaxErrorRange(text)) } : { value };
}

/** `JSON.parse` reports no portable position, so jsonc-parser locates the first error. */
function syntaxErrorRange(text: string): [start: number, end: number] {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    // Nested too deeply for jsonc-parser: report the start of the file
  }
  const [first] = errors;
  return first ? [first.offset, first.offset + first.length] : [0, 0];
}
