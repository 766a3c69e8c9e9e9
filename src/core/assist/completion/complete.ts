import type { ExplainSettings } from '../../explain/parts/explanation';
import type { Trace } from '../../record/trace';
import { candidatesByField } from './candidates';
import type { Completions } from './completion-item';
import { findSlot } from './slot';

/**
 * The values that fit the rest of the trace.
 *
 * @param offset counts from the first character of the trace
 * @returns `undefined` if the cursor is not at a value, or no values are known for its field
 */
export function completeAt(trace: Trace, offset: number, settings: ExplainSettings): Completions | undefined {
  const slot = findSlot(trace, offset);
  const candidates = slot && candidatesByField.get(slot.field)?.(slot.context, settings);
  if (slot === undefined || candidates === undefined || candidates.length === 0) return undefined;
  return { span: slot.span, items: candidates };
}
