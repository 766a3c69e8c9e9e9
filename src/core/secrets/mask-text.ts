import { tryParse } from '../text/json';
import { endOf } from '../text/span';
import { mayHoldSecret } from './quick-test';
import { findRedactionsIn } from './redactions';
import { findSecretKind } from './secret-kind';
import { mask } from './secrets-in-text';

/**
 * The value of a field with its credentials masked, for labels and messages that quote it.
 *
 * @param field the name of the field, by which some credentials are recognised
 */
export function maskText(value: string, field: string): string {
  if (!mayBeMasked(value, field)) return value;
  if (value.length > maxRememberedLength) return search(value, field);
  const key = `${field} ${value}`;
  const masked = remembered.get(key) ?? search(value, field);
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(key, masked);
  return masked;
}

/** Names such as `X-Auth-Token` look like credentials, and messages quote the same few again and again. */
const remembered = new Map<string, string>();
const maxRemembered = 1000;
/** In UTF-16 units. */
const maxRememberedLength = 64;

function search(value: string, field: string): string {
  const json = JSON.stringify(value);
  const redactions = findRedactionsIn(json, field);
  if (redactions.length === 0) return value;
  let masked = '';
  let from = 0;
  for (const { hidden, mask } of redactions) {
    masked += json.slice(from, hidden.offset) + mask;
    from = endOf(hidden);
  }
  const read = tryParse(masked + json.slice(from));
  return typeof read === 'string' ? read : mask;
}

/** A quick test, as hardly any value is masked. Keys may have either kind of quotation marks. */
function mayBeMasked(value: string, field: string): boolean {
  if (findSecretKind(field) !== undefined || mayHoldSecret(value)) return true;
  return value.includes("'") && mayHoldSecret(value.replaceAll("'", '"'));
}
