import { visitEmbedded } from '../record/embedded-json';
import type { Trace } from '../record/trace';
import { mayHoldSecret } from '../secrets/quick-test';
import { findRedactions, findRedactionsIn, type Redaction } from '../secrets/redactions';
import { endOf } from '../text/span';

/** Whether a record holds a text. */
export type TextTest = (trace: Trace) => boolean;

/**
 * A test for a text anywhere in a record, also in JSON in its strings and where it is written with escapes. Letter case
 * does not count, and what is part of a credential is not found.
 */
export function textTest(text: string): TextTest {
  const sought = text.toLowerCase();
  const escapeSign = mayBeEscaped.test(text) ? '\\' : '\\u';
  const isIn = (json: string) =>
    json.toLowerCase().includes(sought) || (json.includes(escapeSign) && isInStrings(json, sought));
  // Masking takes far longer than a search that hardly ever finds anything
  return (trace) => isIn(trace.text) && (!mayHoldSecret(trace.text) || isIn(maskRecord(trace)));
}

/** Other characters are never escaped but as `\u0041`. */
const mayBeEscaped = /[^\w .,:;@%=+()-]/;

function isInStrings(json: string, sought: string): boolean {
  let isFound = false;
  visitEmbedded(json, undefined, ({ decoded }) => {
    isFound ||= decoded?.text.toLowerCase().includes(sought) === true;
    return !isFound;
  });
  return isFound;
}

/** The record with its credentials masked; of a damaged one only what can be read. */
function maskRecord(trace: Trace): string {
  if (trace.isWellFormed) return mask(trace.text, findRedactions(trace.text));
  const parts: string[] = [];
  for (const { name, keySpan, valueSpan, value } of trace.fields()) {
    if (value === undefined) continue;
    const json = trace.text.slice(valueSpan.offset, endOf(valueSpan));
    parts.push(trace.text.slice(keySpan.offset, endOf(keySpan)), mask(json, findRedactionsIn(json, name)));
  }
  return parts.join('\n');
}

function mask(json: string, redactions: readonly Redaction[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { hidden, mask: sign } of redactions) {
    parts.push(json.slice(from, hidden.offset), sign);
    from = endOf(hidden);
  }
  parts.push(json.slice(from));
  return parts.join('');
}
