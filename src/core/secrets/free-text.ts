import { endOf, type Span, spanFrom } from '../text/span';
import { findSecretKind, type SecretKind } from './secret-kind';
import { type Certainty, gradeString, isMoreThanWords } from './secret-value';

/** A credential in running text. */
export interface TextCredential {
  readonly span: Span;
  readonly certainty: Certainty;
  /** The key it is recognised by, if any. */
  readonly key?: string;
}

/**
 * The credentials in a text that is not JSON, in no order; some may overlap: keys and values as in forms, headers,
 * settings and options, in any letter case.
 */
export function findTextCredentials(text: string): readonly TextCredential[] {
  return [...findByKey(text, keyBefore), ...findByKey(text, optionBefore), ...findByPattern(text)];
}

/** Linear: no part can match again within what it has consumed. */
const keyBefore =
  /(?<![\w.\u4e00-\u9fff-])([\w.\u4e00-\u9fff-]{1,64})\\*["']?[ \t\r\n]*(?:=>|:=|[:=\uff1a])(\s*)/g;
const optionBefore = /(?<![\w-])--([\w-]{1,64})[ \t]{1,4}()(?!-)/g;
const opening = /\\*["']/y;
const plainPart = /[^\s&"*,;|(){}[\]，。；！？、（）”]*/y;
/** A character that belongs to a password unless a key follows it, or an asterisk that does not begin `***`. */
const innerDelimiter = /[,;|(){}[\]](?! ?[\w.-]{1,64}["']?\s?[:=])|\*(?!\*\*)/y;
const maxPlainLength = 1_000;

function findByKey(text: string, before: RegExp): readonly TextCredential[] {
  const found: TextCredential[] = [];
  let from = 0;
  for (const { index, 0: all, 1: key = '', 2: blank = '' } of text.matchAll(before)) {
    const kind = findSecretKind(key);
    if (kind === undefined || index < from) continue;
    const value = valueAt(text, index + all.length);
    const certainty = gradeValue(kind, value, blank);
    if (certainty) found.push({ span: value.span, certainty, key });
    // Nothing is searched for within a credential, nor within a long value that is not one
    if (certainty || value.text.length > maxPlainLength) from = endOf(value.span);
  }
  return found;
}

/** A value without its quotation marks. */
interface TextValue {
  readonly span: Span;
  readonly text: string;
  readonly form: 'plain' | 'quoted' | 'unclosed';
}

/** @param blank what is between the key and the value; a value on the next line may be anything */
function gradeValue(kind: SecretKind, { text, form }: TextValue, blank: string): Certainty | undefined {
  const certainty = gradeString(kind, text);
  if (certainty !== 'certain' || form === 'quoted') return certainty;
  const isExact = form === 'plain' && !lineEnd.test(blank) && isMoreThanWords(text, blank !== '');
  return isExact ? certainty : 'possible';
}

const lineEnd = /[\r\n]/;

function valueAt(text: string, start: number): TextValue {
  opening.lastIndex = start;
  if (!opening.test(text)) return toValue(text, spanFrom(start, plainEnd(text, start)), 'plain');
  const inside = opening.lastIndex;
  const { end, isClosed } = quotedEnd(text, inside, inside - start - 1);
  return toValue(text, spanFrom(inside, end), isClosed ? 'quoted' : 'unclosed');
}

function toValue(text: string, span: Span, form: TextValue['form']): TextValue {
  return { span, text: text.slice(span.offset, endOf(span)), form };
}

/**
 * Where a quoted value ends: before the quotation mark that has as many backslashes as the opening one, or at the end
 * of the line. More of them, or an odd number where the opening one has none, escape a mark that belongs to the value.
 */
function quotedEnd(
  text: string,
  start: number,
  depth: number,
): { readonly end: number; readonly isClosed: boolean } {
  const mark = text.charAt(start - 1);
  const stop = mark === '"' ? quoteOrLineEnd : apostropheOrLineEnd;
  stop.lastIndex = start;
  for (let found = stop.exec(text); found !== null; found = stop.exec(text)) {
    const [hit] = found;
    if (!hit.endsWith(mark)) return { end: found.index, isClosed: false };
    const slashes = hit.length - 1;
    const isEscaped = depth === 0 ? slashes % 2 === 1 : slashes > depth;
    if (!isEscaped) return { end: found.index + slashes - Math.min(slashes, depth), isClosed: true };
  }
  return { end: text.length, isClosed: false };
}

const quoteOrLineEnd = /(?<!\\)\\*"|[\r\n]/g;
const apostropheOrLineEnd = /(?<!\\)\\*'|[\r\n]/g;

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
const hiddenPatterns: readonly RegExp[] = [
  /(\b(?:bearer|basic)\s+)([\w+/.=-]{16,})/gi,
  /(\bsignature=)([\w+/%=-]{16,})/gi,
  /(\bcookie["']?\s*[:=]\s*["']?)([^"'\r\n]{16,})/gi,
];

function findByPattern(text: string): readonly TextCredential[] {
  return hiddenPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 1: before = '', 2: value = '' }) => {
      const start = index + before.length;
      return { span: spanFrom(start, start + value.length), certainty: 'possible' };
    }),
  );
}
