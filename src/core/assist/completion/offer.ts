import type { ExplainSettings } from '../../explain/parts/explanation';
import type { Trace } from '../../record/trace';
import { shiftSpan } from '../../text/span';
import { completeAt } from './complete';
import { completeKeysAt, type SnippetCompletions } from './complete-keys';
import { completeTraceAt } from './complete-trace';
import type { Completions } from './completion-item';
import { findDraft, type Surroundings } from './draft';

/** What may be written at a cursor: values, or members and traces. */
export type Offer =
  | ({ readonly kind: 'values' } & Completions)
  | ({ readonly kind: 'snippets' } & SnippetCompletions);

/** What may be written in a trace. Spans count from its first character, as the offset does. */
export function offerInTrace(trace: Trace, offset: number, settings: ExplainSettings): Offer | undefined {
  const values = completeAt(trace, offset, settings);
  if (values) return { kind: 'values', ...values };
  const keys = completeKeysAt(trace, offset, settings);
  return keys && { kind: 'snippets', ...keys };
}

/**
 * What may be written where no trace is yet. Spans count from the beginning of the surroundings.
 *
 * @param isOneLine whether a trace has to be on one line, as in JSON Lines
 */
export function offerBetweenTraces(
  surroundings: Surroundings,
  isOneLine: boolean,
  settings: ExplainSettings,
): Offer | undefined {
  const draft = findDraft(surroundings);
  if (draft) {
    const offer = offerInTrace(draft.trace, surroundings.offset - draft.start, settings);
    return offer && { ...offer, span: shiftSpan(offer.span, draft.start) };
  }
  const trace = completeTraceAt(surroundings, isOneLine, settings);
  return trace && { kind: 'snippets', ...trace };
}
