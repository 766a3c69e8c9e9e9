import {
  type EmbeddedValue,
  type EmbeddedVisit,
  holdsJson,
  maxStringDepth,
  visitEmbedded,
  visitInString,
} from '../record/embedded-json';
import type { Path } from '../record/json-members';
import { isJson } from '../record/valid-json';
import { endOf, type Span, shiftSpan, spanFrom } from '../text/span';
import { decodeBase64 } from './base64';
import { findValueNames } from './named-values';
import { normalizeKey } from './secret-kind';
import { type Certainty, gradeNumber, gradeString } from './secret-value';
import { findSecretsInText, mask, type TextSecret } from './secrets-in-text';
import { findTellingKey, type TellingKey } from './telling-key';

/** A credential in plain text. Nothing of it is kept but its place. */
export interface FoundSecret extends TextSecret {
  /** The value, or the part of a string that is the credential. */
  readonly span: Span;
  /** What `mask` replaces. */
  readonly hidden: Span;
  readonly mask: string;
}

/**
 * All credentials in JSON and in the JSON of its strings, certain and possible ones, in no order; some may overlap.
 *
 * @param path the path of the value itself
 * @param isHidden whether a string is to be hidden as a whole, unread
 */
export function searchJson(
  json: string,
  path: Path | undefined,
  isHidden: (value: EmbeddedValue) => boolean = () => false,
): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  const visit = (value: EmbeddedValue): boolean => {
    const isOpaque = isHidden(value);
    const isWholeJson = !isOpaque && isJsonThroughout(value);
    const whole = isOpaque ? wholeString(value, 'possible') : findByKey(value, isWholeJson);
    if (whole) found.push(whole);
    if (isOpaque || whole?.certainty === 'certain' || value.decoded === undefined) return false;
    if (isWholeJson) return true;
    found.push(...findInString(value));
    visitJsonAfterText(value, how);
    return true;
  };
  const how: EmbeddedVisit = { visit, namesIn: findValueNames };
  visitEmbedded(json, path, how);
  return found;
}

/** Whether a string is valid JSON whose values are visited one by one. */
export function isJsonThroughout({ level, decoded }: EmbeddedValue): boolean {
  if (decoded === undefined || level >= maxStringDepth) return false;
  return holdsJson(decoded.text) && isJson(decoded.text);
}

/** `request body: {"adminPass": …}` */
function visitJsonAfterText(value: EmbeddedValue, how: EmbeddedVisit): void {
  const text = value.decoded?.text ?? '';
  const start = text.search(objectStart);
  if (start > 0 && !holdsJson(text)) visitInString(value, start, how);
}

const objectStart = /[[{]\s{0,8}(?:\{\s{0,8})?"/;

function findByKey(value: EmbeddedValue, isWholeJson: boolean): FoundSecret | undefined {
  const { path, decoded, type } = value;
  // Of what is no string only a number can be a credential
  if (path === undefined || (decoded === undefined && type !== 'number')) return undefined;
  const telling = findTellingKey(path);
  if (decoded === undefined) return telling && findNumber(value, telling);
  const certainty = telling
    ? gradeByKey(telling, decoded.text, isWholeJson)
    : gradeKeystoneToken(path, decoded.text);
  return certainty && wholeString(value, certainty, telling?.key ?? path.key);
}

function gradeByKey(
  { kind, isExact }: TellingKey,
  text: string,
  isWholeJson: boolean,
): Certainty | undefined {
  // The values of JSON are judged one by one
  if (isWholeJson) return undefined;
  if (kind === 'script') return gradeScript(text);
  const certainty = gradeString(kind, text);
  return certainty === 'certain' && !isExact ? 'possible' : certainty;
}

/** A script is masked as a whole, since a place in Base64 is nothing to point at. */
function gradeScript(encoded: string): Certainty | undefined {
  const script = decodeBase64(encoded);
  const grades = script === undefined ? [] : findSecretsInText(script).map(({ certainty }) => certainty);
  return grades.find((certainty) => certainty === 'certain') ?? grades[0];
}

/** OpenStack's Keystone returns a token as an object with an `id`; shorter ids are not tokens. */
const minKeystoneTokenLength = 100;

function gradeKeystoneToken({ key, parent }: Path, value: string): Certainty | undefined {
  const isToken = key === 'id' && parent?.key.toLowerCase() === 'token';
  return isToken && value.length >= minKeystoneTokenLength ? gradeString('token', value) : undefined;
}

function findNumber(value: EmbeddedValue, { key, kind, isExact }: TellingKey): FoundSecret | undefined {
  const { text, span } = value;
  const certainty = isExact ? gradeNumber(kind, text.slice(span.offset, endOf(span))) : undefined;
  if (certainty === undefined) return undefined;
  const places = outermostSpans(value, span, span);
  // A number of tests that passed
  const grade = normalizeKey(key) === 'pass' ? 'possible' : certainty;
  return { key, ...places, mask: quotedMask(value.level), certainty: grade };
}

function wholeString({ span, toOuterSpan }: EmbeddedValue, certainty: Certainty, key?: string): FoundSecret {
  const outer = toOuterSpan(span);
  const isOutermost = outer === span;
  const inside = spanFrom(span.offset + 1, endOf(span) - 1);
  const hidden = isOutermost ? inside : toOuterSpan(inside);
  return key === undefined
    ? { span: outer, hidden, mask, certainty }
    : { span: outer, hidden, mask, certainty, key };
}

function findInString(value: EmbeddedValue): readonly FoundSecret[] {
  const { decoded } = value;
  if (decoded === undefined) return [];
  return findSecretsInText(decoded.text).map((secret) => {
    const span = shiftSpan(decoded.rawSpanOf(secret.span), value.span.offset);
    return { ...secret, ...outermostSpans(value, span, span), mask };
  });
}

/** Maps a credential, and what its mask replaces, to the outermost JSON. */
function outermostSpans(
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
