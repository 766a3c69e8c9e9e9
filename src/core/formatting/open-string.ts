import { decodeString, maxStringDepth, mayLookLikeJson } from '../record/embedded-json';
import { backslash } from '../text/character-codes';
import { tryParse } from '../text/json';
import { createOffsetList, pushOffset, toOffsets } from '../text/offset-list';
import { advance, createTokenizer } from './layout-tokens';

/** The JSON that was in a string, without the whitespace between its tokens. */
export interface OpenedString {
  readonly text: string;
  /** For each UTF-16 unit of the text its place in the raw string, counted from the opening quotation mark. */
  readonly places: Uint32Array;
  readonly openings: readonly Opening[];
}

/** The opening bracket of JSON that was in a string. */
export interface Opening {
  /** In the opened text. */
  readonly bracket: number;
  /** The place of the opening quotation mark in the raw string. */
  readonly quote: number;
}

/** Longer strings stay as they are, so that none takes much longer than a step, in UTF-16 units. */
const maxLength = 256 * 1024;

/**
 * Opens a string that holds a JSON object or array which is not empty, and the strings in it that do so. Whatever
 * is no valid JSON stays as it is, as does a string whose escapes hide characters that are better not shown.
 *
 * @param raw a JSON string with its quotation marks
 */
export function openString(raw: string, depth = 1): OpenedString | undefined {
  if (raw.length > maxLength || !mayHoldJson(raw)) return undefined;
  const inner = decodeString(raw)?.text;
  if (inner === undefined || !mayLookLikeJson(inner) || hidden.test(inner)) return undefined;
  const value = tryParse(inner);
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return undefined;
  return layOpen(inner, placesIn(raw, inner.length), depth);
}

/** A quick test by the first two characters: most strings begin otherwise. */
function mayHoldJson(raw: string): boolean {
  return /^"\s*(?:[{[]|\\[nrtu])/.test(raw.slice(0, maxLeadLength));
}

const maxLeadLength = 64;

/** Control characters but for the whitespace of JSON, marks that change the direction of writing, halves of characters. */
const hidden = /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** The place in a raw string of each unit of its content; that of an escape is its second character. */
function placesIn(raw: string, length: number): Uint32Array {
  const places = new Uint32Array(length);
  let at = 1;
  for (let index = 0; index < length; index++) {
    const isEscape = raw.charCodeAt(at) === backslash;
    places[index] = isEscape ? at + 1 : at;
    if (!isEscape) at++;
    else at += raw.charAt(at + 1) === 'u' ? 'u0000'.length + 1 : 2;
  }
  return places;
}

function layOpen(inner: string, innerPlaces: Uint32Array, depth: number): OpenedString {
  const places = createOffsetList();
  const openings: Opening[] = [{ bracket: 0, quote: 0 }];
  const tokenizer = createTokenizer(inner);
  let text = '';
  while (advance(tokenizer)) {
    const { start, end, kind } = tokenizer;
    const raw = inner.slice(start, end);
    const opened = kind === 'scalar' && depth < maxStringDepth ? openString(raw, depth + 1) : undefined;
    const placeOf = (offset: number): number => innerPlaces[start + offset] ?? 0;
    for (const { bracket, quote } of opened?.openings ?? [])
      openings.push({ bracket: text.length + bracket, quote: placeOf(quote) });
    for (let index = 0; index < (opened?.text.length ?? raw.length); index++)
      pushOffset(places, placeOf(opened ? (opened.places[index] ?? 0) : index));
    text += opened?.text ?? raw;
  }
  return { text, places: toOffsets(places), openings };
}
