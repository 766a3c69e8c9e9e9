import type { Field, Trace } from '../record/trace';
import { endOf, shiftSpan } from '../text/span';
import { mayHoldSecret } from './quick-test';
import { type FoundSecret, searchJson } from './secrets-in-value';

/** A credential in plain text in a field of a trace. */
export interface Secret extends FoundSecret {
  readonly field: string;
}

const secretFields: readonly string[] = ['request', 'response', 'message'];

/**
 * The certain credentials in what was sent, returned or remarked, in text order. If such a field is repeated, each
 * occurrence is in plain text.
 */
export function findSecrets(trace: Trace): readonly Secret[] {
  if (!mayHoldAny(trace)) return noSecrets;
  const fields = trace.fields().filter(({ name }) => secretFields.includes(name));
  return fields.flatMap((field) => findInField(trace, field)).sort(byPlace);
}

const noSecrets: readonly Secret[] = [];

function mayHoldAny(trace: Trace): boolean {
  if (trace.hasRepeatedKeys) return mayHoldSecret(trace.text);
  let hasNested = false;
  for (const name of secretFields) {
    const value = trace.value(name);
    if (typeof value === 'string' && value.length > 0 && mayHoldSecret(value)) return true;
    hasNested ||= typeof value === 'object' && value !== null;
  }
  return hasNested && mayHoldSecret(trace.text);
}

function findInField(trace: Trace, { name, value, type, valueSpan }: Field): readonly Secret[] {
  if (value === undefined || type === 'number' || type === 'boolean') return noSecrets;
  const json = trace.text.slice(valueSpan.offset, endOf(valueSpan));
  if (!mayHoldSecret(typeof value === 'string' ? value : json)) return noSecrets;
  const certain = searchJson(json, undefined).filter(({ certainty }) => certainty === 'certain');
  return withoutOverlaps(certain).map(({ key, form, mask, certainty, span, hidden }) => ({
    field: name,
    key,
    form,
    mask,
    certainty,
    span: shiftSpan(span, valueSpan.offset),
    hidden: shiftSpan(hidden, valueSpan.offset),
  }));
}

/** Of overlapping ones keeps the first, which is the longer one. */
function withoutOverlaps(secrets: readonly FoundSecret[]): readonly FoundSecret[] {
  if (secrets.length < 2) return secrets;
  let end = 0;
  return [...secrets].sort(byPlace).filter(({ span }) => {
    if (span.offset < end) return false;
    end = endOf(span);
    return true;
  });
}

function byPlace(one: FoundSecret, other: FoundSecret): number {
  return one.span.offset - other.span.offset;
}
