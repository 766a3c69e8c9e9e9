const placeholders = /^(?:[x•●.#_-]{3,}|<[^<>]*>|\[[^[\]]*\]|\$\{[^{}]*\}|\{\{[^{}]*\}\})$/i;
const words =
  /^\(?(?:redacted|masked|hidden|removed|sensitive|null|none|undefined|true|false|yes|no|n\/a)\)?$/i;

/**
 * Whether a value was hidden before the file was handed on, or says nothing: stars anywhere in it, or as a whole a
 * placeholder such as `<masked>`, `xxx` or `(redacted)`. Such a value is neither a name to know nor a credential.
 */
export function isMasked(value: string): boolean {
  return isPlaceholder(value) || words.test(value.trim());
}

/** The same without words: `none` and `true` may be what was meant. */
export function isPlaceholder(value: string): boolean {
  return value.includes('***') || placeholders.test(value.trim());
}

/** Whether a text of a trace says something: not empty, not masked. */
export function isMeaningful(value: string): boolean {
  return value.trim() !== '' && !isMasked(value);
}
