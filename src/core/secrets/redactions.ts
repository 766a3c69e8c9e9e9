import { type EmbeddedValue, visitEmbedded } from '../record/embedded-json';
import type { Trace } from '../record/trace';
import { endOf, shiftSpan, spanFrom } from '../text/span';
import { findFreeTextCredentials } from './free-text';
import { mayHoldSecret } from './quick-test';
import { type FoundSecret, isJsonThroughout, mask, outermostSpans, secretsOf } from './secrets-in-value';

/** What a mask replaces in a copy for sharing. */
export type Redaction = Pick<FoundSecret, 'hidden' | 'mask'>;

/** All credentials of a well-formed record, in any field, in text order. */
export function findRedactions(trace: Trace): readonly Redaction[] {
  return trace.fields().flatMap(({ name, valueSpan }) =>
    findRedactionsIn(trace.text.slice(valueSpan.offset, endOf(valueSpan)), name).map(({ hidden, mask }) => ({
      hidden: shiftSpan(hidden, valueSpan.offset),
      mask,
    })),
  );
}

/**
 * The same for the value of one field. A string whose keys cannot be examined, as its JSON is broken or nested too
 * deep, is hidden altogether if it may hold a credential.
 */
export function findRedactionsIn(json: string, field: string): readonly Redaction[] {
  const redactions: Redaction[] = [];
  visitEmbedded(json, { key: field, before: undefined }, (value) => {
    if (isOpaque(value)) {
      const inside = spanFrom(value.span.offset + 1, endOf(value.span) - 1);
      redactions.push({ ...outermostSpans(value, value.span, inside), mask });
      return false;
    }
    const secrets = secretsOf(value);
    redactions.push(...secrets);
    if (secrets.some(({ key }) => key !== undefined)) return false;
    if (value.decoded !== undefined && !isJsonThroughout(value, value.decoded)) {
      const { text, rawSpanOf } = value.decoded;
      for (const part of findFreeTextCredentials(text)) {
        const span = shiftSpan(rawSpanOf(part), value.span.offset);
        redactions.push({ ...outermostSpans(value, span, span), mask });
      }
    }
    return true;
  });
  return mergeOverlaps(redactions);
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
  const { decoded } = value;
  if (decoded === undefined) return false;
  const { text } = decoded;
  // Keys may have either kind of quotation marks
  return !isJsonThroughout(value, decoded) && keyEnd.test(text) && mayHoldSecret(text.replaceAll("'", '"'));
}

const keyEnd = /["'](?:\s|\\+[nrt])*:/;
