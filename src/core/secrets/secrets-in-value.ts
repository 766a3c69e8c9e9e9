import { isMasked } from '../record/already-masked';
import { type DecodedString, type EmbeddedValue, holdsJson, maxStringDepth } from '../record/embedded-json';
import type { Path } from '../record/json-members';
import { tryParse } from '../text/json';
import { endOf, type Span, shiftSpan, spanFrom } from '../text/span';
import { patternHints, type SecretPattern, secretPatterns } from './patterns';
import { findSecretKind, isSecret, minKeystoneTokenLength } from './secret-kind';

export const mask = '***';

/** A credential in plain text. Nothing of it is kept but its place. */
export interface FoundSecret {
  /** The key it is recognised by; `undefined` if it is recognised by its form. */
  readonly key?: string;
  readonly form?: SecretPattern;
  /** The value, or the part of a string that is the credential. */
  readonly span: Span;
  /** What `mask` replaces. */
  readonly hidden: Span;
  readonly mask: string;
}

/** The credentials that a value is or contains. */
export function secretsOf(value: EmbeddedValue): readonly FoundSecret[] {
  const byKey = findByKey(value);
  if (byKey) return [byKey];
  if (value.decoded === undefined) return [];
  return isJsonThroughout(value, value.decoded) ? [] : findByForm(value, value.decoded);
}

/** Whether a string is valid JSON whose values are visited one by one. */
export function isJsonThroughout({ level }: EmbeddedValue, { text }: DecodedString): boolean {
  return level < maxStringDepth && holdsJson(text) && tryParse(text) !== undefined;
}

function findByKey(value: EmbeddedValue): FoundSecret | undefined {
  const { path, span, decoded } = value;
  if (path === undefined) return undefined;
  const { key } = path;
  const kind = findSecretKind(key);
  if (decoded !== undefined) {
    const isCredential = kind ? isSecret(kind, decoded.text) : isKeystoneToken(path, decoded.text);
    const inside = spanFrom(span.offset + 1, endOf(span) - 1);
    return isCredential ? { key, ...outermostSpans(value, span, inside), mask } : undefined;
  }
  const raw = value.text.slice(span.offset, endOf(span));
  if (value.type !== 'number' || kind !== 'password' || !isSecret(kind, raw)) return undefined;
  return { key, ...outermostSpans(value, span, span), mask: quotedMask(value.level) };
}

function isKeystoneToken({ key, before }: Path, value: string): boolean {
  return (
    key === 'id' &&
    before?.key.toLowerCase() === 'token' &&
    value.length >= minKeystoneTokenLength &&
    isSecret('token', value)
  );
}

function findByForm(value: EmbeddedValue, { text, rawSpanOf }: DecodedString): readonly FoundSecret[] {
  if (!patternHints.test(text) && !text.includes('://')) return [];
  return secretPatterns.flatMap(([form, pattern]) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: whole, 1: before = '' }) => {
      const end = index + whole.length;
      if (isMasked(whole.slice(before.length)) || text.startsWith(mask, end)) return [];
      const span = shiftSpan(rawSpanOf(spanFrom(index + before.length, end)), value.span.offset);
      return [{ form, ...outermostSpans(value, span, span), mask }];
    }),
  );
}

/** Maps a credential, and what its mask replaces, to the outermost JSON. */
export function outermostSpans(
  value: EmbeddedValue,
  span: Span,
  hidden: Span,
): Pick<FoundSecret, 'span' | 'hidden'> {
  return { span: value.toOuterSpan(span), hidden: value.toOuterSpan(hidden) };
}

/** The mask as a JSON string, its quotation marks escaped for each string around it. */
function quotedMask(level: number): string {
  return level === 0 ? `"${mask}"` : JSON.stringify(quotedMask(level - 1)).slice(1, -1);
}
