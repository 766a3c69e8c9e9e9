const placeholders = /^(?:[x•●.#_-]{3,}|<[^<>]*>|\[[^[\]]*\]|\$\{[^{}]*\}|\{\{[^{}]*\}\})$/i;
const placeholderWords =
  /^\(?(?:redacted|masked|hidden|removed|sensitive|null|none|undefined|true|false|yes|no|n\/a)\)?$/i;

/**
 * Whether a value was hidden before the file was shared, or carries no information: `***` anywhere in it, or as a whole
 * a placeholder such as `<masked>`, `xxx` or `(redacted)`. Such a value is neither a name to look up nor a credential.
 */
export function isMasked(value: string): boolean {
  return isPlaceholder(value) || placeholderWords.test(value.trim());
}

/** Words do not count: `none` and `true` may be what was meant. */
export function isPlaceholder(value: string): boolean {
  return value.includes('***') || placeholders.test(value.trim());
}

/** Whether a value carries information: neither blank nor masked. */
export function isMeaningful(value: string): boolean {
  return value.trim() !== '' && !isMasked(value);
}
