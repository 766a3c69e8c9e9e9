import type { ExplainSetting } from '../../explain/parts/explanation';
import type { Trace } from '../../record/trace';
import { candidatesByField } from './candidates';
import type { Completions } from './completion';
import { findSlot } from './slot';

/**
 * The values that go with what the trace already says.
 *
 * @param offset counts from the first character of the trace
 * @returns `undefined` where the cursor is at no value of which the values are known
 */
export function completeAt(trace: Trace, offset: number, setting: ExplainSetting): Completions | undefined {
  const slot = findSlot(trace, offset);
  const candidates = slot && candidatesByField.get(slot.field)?.(slot.around, setting);
  if (slot === undefined || candidates === undefined || candidates.length === 0) return undefined;
  return { span: slot.span, items: candidates };
}
