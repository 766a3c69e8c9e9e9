import { endOf, type Span, spanFrom } from '../text/span';
import { findSecretKind, isSecret } from './secret-kind';

/**
 * Ranges of a text that look like credentials, in no order; some may overlap. For redaction only, where too much is
 * better than too little: keys and values as in forms, headers and settings, in any letter case.
 */
export function findFreeTextCredentials(text: string): readonly Span[] {
  return [...findByKey(text), ...findByPattern(text)];
}

/** Linear: no part can match again within what it has consumed. */
const keyBefore = /(?<![\w.-])([\w.-]{1,64})["']?\s*(?:=>|:=|[:=])\s*/g;
const quotedValue = /"[^"\r\n]*|'[^'\r\n]*/y;
const plainPart = /[^\s&"*,;|(){}[\]]*/y;
/** A character that belongs to a password unless a key follows it, or an asterisk that does not begin `***`. */
const innerDelimiter = /[,;|(){}[\]](?! ?[\w.-]{1,64}["']?\s?[:=])|\*(?!\*\*)/y;
const maxPlainLength = 1_000;

function findByKey(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { index, 0: before, 1: key = '' } of text.matchAll(keyBefore)) {
    const kind = findSecretKind(key);
    if (kind === undefined || index < from) continue;
    const { span, value } = valueAt(text, index + before.length);
    const isCredential = isSecret(kind, value);
    if (isCredential) spans.push(span);
    // Nothing is searched for within a credential, nor within a long value that is not one
    if (isCredential || value.length > maxPlainLength) from = endOf(span);
  }
  return spans;
}

/** The value without its quotation marks. */
function valueAt(text: string, start: number): { readonly span: Span; readonly value: string } {
  quotedValue.lastIndex = start;
  const isQuoted = quotedValue.test(text);
  const span = isQuoted ? spanFrom(start + 1, quotedValue.lastIndex) : spanFrom(start, plainEnd(text, start));
  return { span, value: text.slice(span.offset, endOf(span)) };
}

function plainEnd(text: string, start: number): number {
  for (let at = start; ; at = innerDelimiter.lastIndex) {
    plainPart.lastIndex = at;
    plainPart.test(text);
    const end = plainPart.lastIndex;
    innerDelimiter.lastIndex = end;
    if (!innerDelimiter.test(text)) return end;
  }
}

/** Only some cookies have a telling name: their whole line is hidden. */
const freeTextPatterns: readonly RegExp[] = [
  /(\b(?:bearer|basic)\s+)([\w+/.=-]{16,})/gi,
  /(\bsignature=)([\w+/%=-]{16,})/gi,
  /(\bcookie["']?\s*[:=]\s*["']?)([^"'\r\n]{16,})/gi,
];

function findByPattern(text: string): readonly Span[] {
  return freeTextPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 1: before = '', 2: value = '' }) => {
      const start = index + before.length;
      return spanFrom(start, start + value.length);
    }),
  );
}
