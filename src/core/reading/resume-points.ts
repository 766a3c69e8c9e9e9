import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  lineFeed,
  openBrace,
  openBracket,
  quote,
  space,
} from '../text/character-codes';
import { isWhitespace } from '../text/whitespace';

const maxKeyLength = 64;
const maxGapLength = 256;
/** How many commas and brackets may separate two records. */
const maxSeparators = 4;

/** How far beyond its result {@link resumePointAfter} may have looked. */
export const maxLookahead = maxKeyLength + (maxSeparators + 4) * maxGapLength;

/**
 * Where to resume inside a record after unexpected tokens: the next record that opens as this one does, the next line,
 * the comma before the next key, or the brace before the next record, whichever comes first. In a file of one line this
 * saves the rest of it.
 */
export function resumePointAfter(text: string, from: number, opening: string | undefined): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === openBrace && opening !== undefined && text.startsWith(opening, at) && !isValueAt(text, at))
      return at;
    if (unit === lineFeed) return at + 1;
    if (unit === comma && isKeyAt(text, skipGap(text, at + 1))) return at;
    if (unit === closeBrace && startsRecordAfter(text, at + 1)) return at;
  }
  return text.length;
}

/** Whether a colon precedes the brace on its line: then it opens the value of a member. */
function isValueAt(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === space) before--;
  return text.charCodeAt(before) === colon;
}

/**
 * Where to resume between records, after text that belongs to none: where the next object or array of objects opens, or
 * where a line begins with the closing bracket of the enclosing array.
 */
export function nextRecordFrom(text: string, from: number): number {
  let before = text.charCodeAt(from - 1) === colon ? colon : comma;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === openBrace && before !== colon && unitAfter(text, at) === quote) return at;
    if (unit === openBracket && before !== colon && opensRecords(text, at)) return at;
    if (unit === closeBracket && before === lineFeed) return at;
    if (unit === lineFeed) before = before === colon ? colon : lineFeed;
    else if (!isWhitespace(unit)) before = unit;
  }
  return text.length;
}

/** Whether the array that opens here begins with an object that has a key. */
function opensRecords(text: string, bracket: number): boolean {
  const brace = skipGap(text, bracket + 1);
  return text.charCodeAt(brace) === openBrace && unitAfter(text, brace) === quote;
}

/** The start of a record, found by searching backwards. */
export interface RecordBefore {
  /** The first offset that no longer belongs to what precedes the record. */
  readonly boundary: number;
  readonly brace: number;
}

/**
 * The record whose first key begins with the quotation mark just before `at`: a string that lacks its own ran on into
 * it.
 *
 * @param limit nothing before it is examined
 */
export function findRecordBefore(text: string, at: number, limit: number): RecordBefore | undefined {
  if (text.charCodeAt(at - 1) !== quote) return undefined;
  const brace = skipGapBackwards(text, at - 2);
  if (brace <= limit || text.charCodeAt(brace) !== openBrace) return undefined;
  let first = brace;
  let before = skipGapBackwards(text, brace - 1);
  for (
    let separators = 0;
    before >= limit && separators < maxSeparators && isBetweenRecords(text.charCodeAt(before));
    separators++
  ) {
    first = before;
    before = skipGapBackwards(text, before - 1);
  }
  const isClosed = before >= limit && text.charCodeAt(before) === closeBrace;
  if (isClosed) return { boundary: before + 1, brace };
  return first < brace ? { boundary: first, brace } : undefined;
}

/** Whether an object continues at `from`: with its closing brace, or a comma and a key. */
export function continuesAfter(text: string, from: number): boolean {
  const at = skipGap(text, from);
  const unit = text.charCodeAt(at);
  return unit === closeBrace || (unit === comma && isKeyAt(text, skipGap(text, at + 1)));
}

/** What follows a record. */
export interface WhatFollows {
  /** Whether another member follows, and whether a comma precedes it. */
  readonly member: 'none' | 'after-comma' | 'without-comma';
  /** The first offset that was not examined. */
  readonly reach: number;
}

export function peekAfterRecord(text: string, from: number, end: number): WhatFollows {
  const at = skipGap(text, from);
  if (at >= end || text.charCodeAt(at) !== comma) {
    const isString = at < end && text.charCodeAt(at) === quote;
    return { member: isString ? 'without-comma' : 'none', reach: at + 1 };
  }
  const next = skipGap(text, at + 1);
  if (next >= end || text.charCodeAt(next) !== quote) return { member: 'none', reach: next + 1 };
  return { member: isKeyAt(text, next) ? 'after-comma' : 'none', reach: next + maxLookahead };
}

export function isKeyAt(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== quote) return false;
  let end = at + 1;
  while (end - at <= maxKeyLength && isKeyUnit(text.charCodeAt(end))) end++;
  return end > at + 1 && text.charCodeAt(end) === quote && unitAfter(text, end) === colon;
}

/** Letters, digits, `_` and `-`. */
function isKeyUnit(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 97 && unit <= 122) ||
    unit === 95 ||
    unit === 45
  );
}

/** Two records may be separated by a comma and, in joined arrays, by brackets. */
function startsRecordAfter(text: string, from: number): boolean {
  let at = skipGap(text, from);
  for (let separators = 0; separators < maxSeparators && isBetweenRecords(text.charCodeAt(at)); separators++)
    at = skipGap(text, at + 1);
  return text.charCodeAt(at) === openBrace && unitAfter(text, at) === quote;
}

function isBetweenRecords(unit: number): boolean {
  return unit === comma || unit === openBracket || unit === closeBracket;
}

function unitAfter(text: string, at: number): number {
  return text.charCodeAt(skipGap(text, at + 1));
}

/** Skips the whitespace between two tokens, but no more than ever occurs there. */
export function skipGap(text: string, from: number): number {
  let at = from;
  while (at < from + maxGapLength && isWhitespace(text.charCodeAt(at))) at++;
  return at;
}

function skipGapBackwards(text: string, from: number): number {
  let at = from;
  while (at > from - maxGapLength && isWhitespace(text.charCodeAt(at))) at--;
  return at;
}
