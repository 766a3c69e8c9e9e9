import { type DecodedText, deepestText, type EmbeddedValue, holdsJson, visitEmbedded } from './embedded';
import { isMasked } from './masked';
import type { Path } from './members';
import { mayHoldSecret } from './secrets/glance';
import { findSecretKind, isSecret, shortestKeystoneToken } from './secrets/kinds';
import { findLoosely } from './secrets/loose';
import { formMarks, type SecretForm, secretForms } from './secrets/words';
import { tryParse } from './skip';
import { endOf, type Span, shiftSpan, spanFrom } from './span';
import type { Field, Trace } from './trace';

/** A credential in clear. Nothing of it is kept but where it stands. */
export interface Secret {
  /** The field of the trace that it stands in. */
  readonly field: string;
  /** The key it is told by; `undefined` where its form tells. */
  readonly key?: string;
  readonly form?: SecretForm;
  /** The value, or the part of a text that it is. */
  readonly span: Span;
  /** What hides it: put in the place of `hidden`. */
  readonly hidden: Span;
  readonly mask: string;
}

/** The fields that are looked into. */
const secretFields: readonly string[] = ['request', 'response', 'message'];
const mask = '***';

/**
 * The credentials in what was sent, what came back and what was remarked, in the order of the text. Where such a field is
 * repeated, all of it is in clear.
 */
export function findSecrets(trace: Trace): readonly Secret[] {
  if (!mayHold(trace)) return nothing;
  const fields = trace.fields().filter(({ name }) => secretFields.includes(name));
  return fields.flatMap((field) => findInField(trace, field)).sort(byPlace);
}

/** What gives way to a mask in a copy that is to be handed on. */
export type Hiding = Pick<Secret, 'hidden' | 'mask'>;

/** Hides all credentials of a record that is whole, in whatever field, in the order of the text. */
export function findHidings(trace: Trace): readonly Hiding[] {
  return trace.fields().flatMap(({ name, valueSpan }) =>
    findHidingsIn(textAt(trace, valueSpan), name).map(({ hidden, mask }) => ({
      hidden: shiftSpan(hidden, valueSpan.offset),
      mask,
    })),
  );
}

/**
 * The same for the value of one field. Of a text whose keys cannot be looked through, as its JSON is broken or lies too
 * deep, nothing is left where it may hold one.
 */
export function findHidingsIn(json: string, field: string): readonly Hiding[] {
  const found: Hiding[] = [];
  visitEmbedded(json, { key: field, before: undefined }, (value) => {
    if (isOpaque(value)) {
      const inside = spanFrom(value.span.offset + 1, endOf(value.span) - 1);
      found.push({ ...placed(value, value.span, inside), mask });
      return false;
    }
    const secrets = secretsOf(value);
    found.push(...secrets);
    if (secrets.some(({ key }) => key !== undefined)) return false;
    if (value.decoded !== undefined && !isThrough(value, value.decoded)) {
      const { text, spanOf } = value.decoded;
      for (const part of findLoosely(text)) {
        const span = shiftSpan(spanOf(part), value.span.offset);
        found.push({ ...placed(value, span, span), mask });
      }
    }
    return true;
  });
  return joined(found);
}

/** Each place once: one that overlaps the one before is hidden with it. */
function joined(hidings: readonly Hiding[]): readonly Hiding[] {
  const apart: Hiding[] = [];
  for (const hiding of [...hidings].sort((one, other) => one.hidden.offset - other.hidden.offset)) {
    const last = apart.at(-1);
    if (last === undefined || endOf(last.hidden) <= hiding.hidden.offset) apart.push(hiding);
    else {
      const end = Math.max(endOf(last.hidden), endOf(hiding.hidden));
      apart.splice(-1, 1, { ...last, hidden: spanFrom(last.hidden.offset, end) });
    }
  }
  return apart;
}

/** Whether keys stand in a text that are not looked at one by one. */
function isOpaque(value: EmbeddedValue): boolean {
  const { decoded } = value;
  if (decoded === undefined) return false;
  const { text } = decoded;
  // Keys may stand in either quotation marks
  return !isThrough(value, decoded) && keyEnd.test(text) && mayHoldSecret(text.replaceAll("'", '"'));
}

/** What is JSON throughout is looked at value by value. */
function isThrough({ level }: EmbeddedValue, { text }: DecodedText): boolean {
  return level < deepestText && holdsJson(text) && tryParse(text) !== undefined;
}

const keyEnd = /["'](?:\s|\\+[nrt])*:/;

const nothing: readonly Secret[] = [];

function mayHold(trace: Trace): boolean {
  if (trace.hasRepeatedKeys) return mayHoldSecret(trace.text);
  let hasNested = false;
  for (const name of secretFields) {
    const value = trace.value(name);
    if (typeof value === 'string' && value.length > 0 && mayHoldSecret(value)) return true;
    hasNested ||= typeof value === 'object' && value !== null;
  }
  return hasNested && mayHoldSecret(trace.text);
}

function findInField(trace: Trace, { name, value: held, type, valueSpan }: Field): readonly Secret[] {
  if (held === undefined || type === 'number' || type === 'boolean') return nothing;
  const found: Secret[] = [];
  visitEmbedded(textAt(trace, valueSpan), undefined, (value) => {
    const secrets = secretsOf(value);
    for (const secret of secrets) {
      const { span, hidden } = secret;
      found.push({
        ...secret,
        field: name,
        span: shiftSpan(span, valueSpan.offset),
        hidden: shiftSpan(hidden, valueSpan.offset),
      });
    }
    return secrets.every((secret) => secret.key === undefined);
  });
  return withoutOverlaps(found);
}

function textAt({ text }: Trace, { offset, length }: Span): string {
  return text.slice(offset, offset + length);
}

type Found = Omit<Secret, 'field'>;

function secretsOf(value: EmbeddedValue): readonly Found[] {
  const byKey = findByKey(value);
  if (byKey) return [byKey];
  if (value.decoded === undefined) return [];
  return isThrough(value, value.decoded) ? [] : findByForm(value, value.decoded);
}

function findByKey(value: EmbeddedValue): Found | undefined {
  const { path, span, decoded } = value;
  if (path === undefined) return undefined;
  const { key } = path;
  const kind = findSecretKind(key);
  if (decoded !== undefined) {
    const isHeld = kind ? isSecret(kind, decoded.text) : isKeystoneToken(path, decoded.text);
    const inside = spanFrom(span.offset + 1, endOf(span) - 1);
    return isHeld ? { key, ...placed(value, span, inside), mask } : undefined;
  }
  const written = value.text.slice(span.offset, endOf(span));
  if (value.type !== 'number' || kind !== 'password' || !isSecret(kind, written)) return undefined;
  return { key, ...placed(value, span, span), mask: quotedAt(value.level) };
}

function isKeystoneToken({ key, before }: Path, value: string): boolean {
  return (
    key === 'id' &&
    before?.key.toLowerCase() === 'token' &&
    value.length >= shortestKeystoneToken &&
    isSecret('token', value)
  );
}

function findByForm(value: EmbeddedValue, { text, spanOf }: DecodedText): readonly Found[] {
  if (!formMarks.test(text) && !text.includes('://')) return [];
  return secretForms.flatMap(([form, pattern]) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: whole, 1: before = '' }) => {
      const end = index + whole.length;
      if (isMasked(whole.slice(before.length)) || text.startsWith(mask, end)) return [];
      const span = shiftSpan(spanOf(spanFrom(index + before.length, end)), value.span.offset);
      return [{ form, ...placed(value, span, span), mask }];
    }),
  );
}

function placed(value: EmbeddedValue, span: Span, hidden: Span): Pick<Found, 'span' | 'hidden'> {
  return { span: value.outerSpanOf(span), hidden: value.outerSpanOf(hidden) };
}

/** The mask as a text of its own, its quotation marks escaped for each text around it. */
function quotedAt(level: number): string {
  return level === 0 ? `"${mask}"` : JSON.stringify(quotedAt(level - 1)).slice(1, -1);
}

/** Of two at one place the first, which is the longer one. */
function withoutOverlaps<T extends Pick<Secret, 'span'>>(secrets: readonly T[]): readonly T[] {
  let end = 0;
  return [...secrets].sort(byPlace).filter(({ span }) => {
    if (span.offset < end) return false;
    end = endOf(span);
    return true;
  });
}

function byPlace(one: Pick<Secret, 'span'>, other: Pick<Secret, 'span'>): number {
  return one.span.offset - other.span.offset;
}
