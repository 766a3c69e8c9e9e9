import { findRedactionsIn, type Redaction } from '../secrets/redactions';
import { endOf } from '../text/span';

/** JSON with its credentials masked. */
export interface Redacted {
  readonly json: string;
  /** Maps an offset in the original JSON; one inside a credential maps to the start of its mask. */
  readonly toRedacted: (offset: number) => number;
}

/** Masks in the value of a field what a redacted copy masks. */
export function redact(json: string, field: string): Redacted {
  const redactions = findRedactionsIn(json, field);
  const parts = redactions.map(({ hidden, mask }, index) => {
    const before = redactions[index - 1];
    return `${json.slice(before ? endOf(before.hidden) : 0, hidden.offset)}${mask}`;
  });
  const last = redactions.at(-1);
  return {
    json: `${parts.join('')}${json.slice(last ? endOf(last.hidden) : 0)}`,
    toRedacted: (offset) => shiftOffset(offset, redactions),
  };
}

function shiftOffset(offset: number, redactions: readonly Redaction[]): number {
  let shift = 0;
  for (const { hidden, mask } of redactions) {
    if (offset < hidden.offset) break;
    if (offset < endOf(hidden)) return hidden.offset + shift;
    shift += mask.length - hidden.length;
  }
  return offset + shift;
}
