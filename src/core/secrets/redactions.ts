import type { EmbeddedValue } from '../record/embedded-json';
import { endOf, spanFrom } from '../text/span';
import { mayHoldSecret } from './quick-test';
import { type FoundSecret, isJsonThroughout, searchJson } from './secrets-in-value';

/** What a mask replaces in a copy for sharing. */
export type Redaction = Pick<FoundSecret, 'hidden' | 'mask'>;

/** All credentials of a well-formed record, certain or possible, in any field, in text order. */
export function findRedactions(record: string): readonly Redaction[] {
  return mergeOverlaps(searchJson(record, undefined, isOpaque));
}

/**
 * The same for the value of one field. A string whose keys cannot be examined, as its JSON is broken or nested too
 * deep, is hidden altogether if it may hold a credential.
 */
export function findRedactionsIn(json: string, field: string): readonly Redaction[] {
  return mergeOverlaps(searchJson(json, { key: field, parent: undefined }, isOpaque));
}

function mergeOverlaps(redactions: readonly Redaction[]): readonly Redaction[] {
  const merged: Redaction[] = [];
  for (const redaction of [...redactions].sort((one, other) => one.hidden.offset - other.hidden.offset)) {
    const last = merged.at(-1);
    if (last === undefined || endOf(last.hidden) <= redaction.hidden.offset) merged.push(redaction);
    else {
      const end = Math.max(endOf(last.hidden), endOf(redaction.hidden));
      merged.splice(-1, 1, { ...last, hidden: spanFrom(last.hidden.offset, end) });
    }
  }
  return merged;
}

/** Whether a string that may hold a credential has keys that cannot be examined one by one. */
function isOpaque(value: EmbeddedValue): boolean {
  if (value.decoded === undefined || isJsonThroughout(value)) return false;
  const { text } = value.decoded;
  // Keys may have either kind of quotation marks
  return keyEnd.test(text) && mayHoldSecret(text.replaceAll("'", '"'));
}

const keyEnd = /["'](?:\s|\\+[nrt])*:/;
