import { tryParse } from '../text/json';
import { endOf } from '../text/span';
import { findRedactionsIn } from './redactions';
import { mask } from './secrets-in-text';

/**
 * The value of a field with its credentials masked, for labels and messages that quote it.
 *
 * @param field the name of the field, by which some credentials are recognised
 */
export function maskText(value: string, field: string): string {
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
