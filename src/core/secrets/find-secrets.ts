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
  const names = fieldsToSearch(trace);
  if (names.length === 0) return noSecrets;
  const fields = trace.fieldsNamed(names);
  const [first] = fields;
  if (first !== undefined && fields.length === 1) return findInField(trace, first);
  return fields.flatMap((field) => findInField(trace, field));
}

const noSecrets: readonly Secret[] = [];
const noFields: readonly string[] = [];

/** The fields that may hold a credential. */
function fieldsToSearch(trace: Trace): readonly string[] {
  if (trace.hasRepeatedKeys) return mayHoldSecret(trace.text) ? secretFields : noFields;
  let names = noFields;
  let isTextSuspect: boolean | undefined;
  for (const name of secretFields) {
    const value = trace.value(name);
    if (value === undefined || value === null || value === '') continue;
    // The source of an object is not known yet: that of the record is searched instead, once
    if (typeof value === 'object') isTextSuspect ??= mayHoldSecret(trace.text);
    const isSuspect = typeof value === 'string' ? mayHoldSecret(value) : isTextSuspect === true;
    if (isSuspect) names = [...names, name];
  }
  return names;
}

function findInField(trace: Trace, { name, value, type, valueSpan }: Field): readonly Secret[] {
  if (value === undefined || type === 'number' || type === 'boolean') return noSecrets;
  const json = trace.text.slice(valueSpan.offset, endOf(valueSpan));
  // A string was looked at before
  if (typeof value !== 'string' && !mayHoldSecret(json)) return noSecrets;
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

/** Of overlapping ones keeps the first, which is the longer one. Sorts by place. */
function withoutOverlaps(secrets: readonly FoundSecret[]): readonly FoundSecret[] {
  if (!secrets.some((secret, index) => index > 0 && isTooEarly(secret, secrets[index - 1]))) return secrets;
  let end = 0;
  return [...secrets].sort(byPlace).filter(({ span }) => {
    if (span.offset < end) return false;
    end = endOf(span);
    return true;
  });
}

/** Whether one is not after what precedes it, as it is almost always. */
function isTooEarly({ span }: FoundSecret, previous: FoundSecret | undefined): boolean {
  return previous !== undefined && span.offset < endOf(previous.span);
}

function byPlace(one: FoundSecret, other: FoundSecret): number {
  return one.span.offset - other.span.offset;
}
