import { findRedactionsIn, type Redaction } from '../secrets/redactions';
import { endOf } from '../text/span';

/** JSON in which credentials have given way to a mask. */
export interface Redacted {
  readonly json: string;
  /** Where a place in the JSON as it was is now: within a credential the beginning of its mask. */
  readonly toRedacted: (offset: number) => number;
}

/** Hides in the value of a field what is hidden in a copy that is to be handed on. */
export function redact(json: string, field: string): Redacted {
  const hidings = findRedactionsIn(json, field);
  const parts = hidings.map(({ hidden, mask }, index) => {
    const before = hidings[index - 1];
    return `${json.slice(before ? endOf(before.hidden) : 0, hidden.offset)}${mask}`;
  });
  const last = hidings.at(-1);
  return {
    json: `${parts.join('')}${json.slice(last ? endOf(last.hidden) : 0)}`,
    toRedacted: (offset) => moved(offset, hidings),
  };
}

function moved(offset: number, hidings: readonly Redaction[]): number {
  let shift = 0;
  for (const { hidden, mask } of hidings) {
    if (offset < hidden.offset) break;
    if (offset < endOf(hidden)) return hidden.offset + shift;
    shift += mask.length - hidden.length;
  }
  return offset + shift;
}
