import { readTrace } from '../read';
import { findSecrets } from '../secrets';
import { endOf, type Span, shiftSpan } from '../span';

/** JSON in which credentials have given way to a mask. */
export interface Redacted {
  readonly json: string;
  /** Where a place in the JSON as it was is now: within a credential the beginning of its mask. */
  readonly toRedacted: (offset: number) => number;
}

/** Hides what the rule on exposed credentials tells of, whatever field the JSON is from. */
export function redact(json: string): Redacted {
  const hidings = findHidings(json);
  const parts = hidings.map(({ span, mask }, index) => {
    const before = hidings[index - 1];
    return `${json.slice(before ? endOf(before.span) : 0, span.offset)}${mask}`;
  });
  const last = hidings.at(-1);
  return {
    json: `${parts.join('')}${json.slice(last ? endOf(last.span) : 0)}`,
    toRedacted: (offset) => moved(offset, hidings),
  };
}

interface Hiding {
  readonly span: Span;
  readonly mask: string;
}

/** Credentials are looked for in the fields of a record: this makes one of the JSON. */
const opening = '{"request":';

function findHidings(json: string): readonly Hiding[] {
  const secrets = findSecrets(readTrace(`${opening}${json}}`));
  return secrets.map(({ hidden, mask }) => ({ span: shiftSpan(hidden, -opening.length), mask }));
}

function moved(offset: number, hidings: readonly Hiding[]): number {
  let shift = 0;
  for (const { span, mask } of hidings) {
    if (offset < span.offset) break;
    if (offset < endOf(span)) return span.offset + shift;
    shift += mask.length - span.length;
  }
  return offset + shift;
}
