import { quote } from '../text/character-codes';
import { skipGap } from './resume-points';

/** The keys of wrappers of one trace: console 2019–2020, FunctionGraph trigger, CloudEvents of EventGrid. */
const wrapperKeys: readonly string[] = ['context', 'cts', 'data'];
const wrapperKeyPattern = `(?:${wrapperKeys.join('|')})`;

/** Whether this key of a wrapper holds one trace. */
export function wrapsOneTrace(key: string): boolean {
  return wrapperKeys.includes(key);
}

/** A member of a page or another wrapper that holds traces. */
export interface WrapperMember {
  /** The offset of its key. */
  readonly key: number;
  /** The first offset after its opening bracket. */
  readonly end: number;
}

/**
 * The array of `traces` in an object that has no other brackets before it: the `meta_data` of a page that lost its
 * closing brace.
 *
 * @param brace the offset of the opening brace
 */
export function findTracesInMetaData(text: string, brace: number): WrapperMember | undefined {
  const match = tracesInMetaData.exec(text.slice(brace, brace + maxMetaDataLength));
  if (match === null) return undefined;
  const [whole, before = ''] = match;
  return { key: brace + before.length, end: brace + whole.length };
}

/** `meta_data` of a page, its key included, is much shorter. */
export const maxMetaDataLength = 4_096;
const tracesInMetaData = /^(\{[^{}[\]]*?[,\s])"traces"\s*:\s*\[/;

/**
 * Where the array of `traces` opens in an object that begins with `meta_data`, however damaged that is: such an object is
 * a page of the API.
 *
 * @param brace the offset of the opening brace
 * @returns the first offset after the bracket; `undefined` if it is no such object
 */
export function findPageStart(text: string, brace: number, limit: number): number | undefined {
  const key = skipGap(text, brace + 1);
  const name = text.charCodeAt(key) === quote ? key + 1 : key;
  if (!text.startsWith('meta_data', name)) return undefined;
  return findTracesArray(text, name, Math.min(limit, brace + maxMetaDataLength))?.end;
}

/** The first array of `traces` that begins in a range. */
export function findTracesArray(text: string, from: number, to: number): WrapperMember | undefined {
  const match = tracesArray.exec(text.slice(from, to));
  return match === null ? undefined : { key: from + match.index, end: from + match.index + match[0].length };
}

const tracesArray = /"traces"[ \t\r\n]{0,64}:[ \t\r\n]{0,64}\[/;

/** The next member of a wrapper that may hold traces, for resuming after what made no sense. */
export function findWrapperMember(text: string, from: number, end: number): WrapperMember | undefined {
  const match = wrapperMember.exec(text.slice(from, end));
  return match === null ? undefined : { key: from + match.index, end: from + match.index + match[0].length };
}

/** The most characters from the start of the key to the end of the bracket. */
export const maxWrapperKeyLength = 32;

const colonPattern = String.raw`[ \t\r\n]{0,8}:[ \t\r\n]{0,8}`;
const wrapperMember = new RegExp(
  String.raw`"(?:${wrapperKeyPattern}"${colonPattern}\{|traces"${colonPattern}\[)`,
);

/** Whether a record is the value of a member that holds one, by what is left of the key before it. */
export function followsWrapperKey(text: string, brace: number): boolean {
  return wrapperKeyBefore.test(text.slice(Math.max(0, brace - maxWrapperKeyLength), brace));
}

const wrapperKeyBefore = new RegExp(`${wrapperKeyPattern}"?${colonPattern}$`);

/** Whether text begins with the key of a wrapper, which may lack a quotation mark. */
export function startsWithWrapperKey(text: string): boolean {
  return wrapperKeyAtStart.test(text);
}

const wrapperKeyAtStart = new RegExp(String.raw`^"?${wrapperKeyPattern}"?[ \t]*:`);
