import { CheckedFile } from '../../src/core/check/checked-file';
import { isRecord, lengthOf } from '../../src/core/file/items';
import { TraceIndex } from '../../src/core/file/trace-index';
import { isWrapper, kindOfObject } from '../../src/core/reading/record-kind';
import { skipBrackets } from '../../src/core/text/brackets';
import { type JsonObject, tryParse } from '../../src/core/text/json';
import { endOf } from '../../src/core/text/span';
import { textSource } from '../../src/core/text/text-source';
import { plainSettings } from '../support/harness';
import { validRecord } from '../support/records';
import type { Random } from './random';

/** A record in a text that is then damaged. */
interface Place {
  readonly start: number;
  readonly end: number;
}

interface Layout {
  readonly name: string;
  readonly text: string;
  readonly records: readonly Place[];
}

interface Damaged {
  readonly text: string;
  readonly change: string;
  /** The record that the damage lies in, where what is left of it is now; `undefined` for damage between records. */
  readonly own: Place | undefined;
  /** The records that no damage touched, where they are now. */
  readonly untouched: readonly Place[];
}

/** What was wrong with the reading of a damaged text; `undefined` if nothing was. */
export interface Failure {
  readonly why: string;
  /** Layout and damage. */
  readonly change: string;
  readonly text: string;
}

/** Damages a random text and reads it: no untouched record may be lost, nor have a finding, nor may one be made up. */
export function tryDamagedText(random: Random): Failure | undefined {
  const layout = makeLayout(random);
  const damaged = damage(random, layout);
  const { text } = damaged;
  const why = findFault(damaged);
  return why === undefined ? undefined : { why, text, change: `${layout.name}: ${damaged.change} ${why}` };
}

/** A text with two damages on top of each other. */
export function damagedText(random: Random): string {
  const layout = makeLayout(random);
  const { text } = damage(random, layout);
  return random.below(2) === 0 ? text : damage(random, { ...layout, text }).text;
}

function findFault({ text, own, untouched: all }: Damaged): string | undefined {
  const untouched = all.filter(({ start, end }) => !isEnclosed(text, start, end));
  const found = recordsIn(text);
  for (const { start, end } of untouched)
    if (!found.some((place) => place.start === start && place.end === end)) return `lost ${start}–${end}`;
  for (const place of found) {
    const holder = untouched.find(({ start, end }) => place.start < end && place.end > start);
    if (holder && (place.start !== holder.start || place.end !== holder.end))
      return `made up ${place.start}–${place.end} over ${holder.start}–${holder.end}`;
  }
  const parts = found.filter(({ start, end }) => own && start < own.end && end > own.start);
  if (parts.length > 1) return `${parts.length} records of one at ${own?.start}`;
  const file = new CheckedFile(textSource(text), plainSettings);
  file.read(() => true);
  for (const { rule, span, message } of file.findings()) {
    const holder = untouched.find(({ start, end }) => span.offset >= start && endOf(span) <= end);
    // A comma or bracket that is missing just before a record is shown at its brace
    if (holder && !(rule === 'json-syntax' && span.offset === holder.start))
      return `${rule} at ${span.offset} on an untouched record: ${message}`;
  }
  return undefined;
}

/** Whether an object, if it is one, shows its records. */
function isKnownWrapper(value: unknown): boolean {
  if (value === undefined) return true;
  const object = value as JsonObject;
  return kindOfObject(object) !== 'trace' && isWrapper(object);
}

/** Whether the damage made a record the value of a member in valid JSON: then it is one. */
function isEnclosed(text: string, start: number, end: number): boolean {
  for (let at = text.lastIndexOf('{', start - 1); at >= 0; at = text.lastIndexOf('{', at - 1)) {
    const outer = skipBrackets(text, at, text.length);
    if (outer !== undefined && outer >= end && !isKnownWrapper(tryParse(text.slice(at, outer)))) return true;
    if (at === 0) break;
  }
  return false;
}

function recordsIn(text: string): readonly Place[] {
  const index = new TraceIndex(
    textSource(text),
    { dataOf: () => undefined, release: () => {} },
    { isLineDelimited: false },
  );
  index.read(() => true);
  const places: Place[] = [];
  let from = 0;
  for (const { items } of index.chunks())
    for (const item of items) {
      if (isRecord(item)) places.push({ start: from + item.lead, end: from + lengthOf(item) });
      from += lengthOf(item);
    }
  return places;
}

type Piece = string | { readonly record: string };

/** Arrangements of records, those that real files have. */
const layouts: Readonly<Record<string, (records: readonly string[], random: Random) => readonly Piece[]>> = {
  line: (records) => ['[', ...between(records, ','), ']'],
  lines: (records) => records.flatMap((record) => [{ record }, '\n']),
  arrayOfLines: (records) => ['[\n', ...between(records, ',\n'), '\n]\n'],
  joined: (records) => records.flatMap((record) => ['[', { record }, ']']),
  page: (records) => ['{"meta_data":{"count":9,"marker":"m"},"traces":[', ...between(records, ','), ']}'],
  pageLast: (records) => ['{"traces":[', ...between(records, ','), '],"meta_data":{"count":9}}'],
  pages: (records) =>
    records.flatMap((record, index) => [
      index % 2 === 0 ? '{"meta_data":{"count":2},"traces":[' : ',',
      { record },
      index % 2 === 1 || index === records.length - 1 ? ']}\n' : '',
    ]),
  contexts: (records) => records.flatMap((record) => ['{"project_id":"p","context":', { record }, '}\n']),
  contextArray: (records) => [
    '[',
    ...records.flatMap((record, index) => [index === 0 ? '' : ',', '{"cts":', { record }, '}']),
    ']',
  ],
  events: (records) =>
    records.flatMap((record) => ['{"id":"e","source":"HC.IMS","data":', { record }, '}\n']),
  sequence: (records) => records.flatMap((record) => [{ record }, '\r\n']),
};

function between(records: readonly string[], separator: string): readonly Piece[] {
  return records.flatMap((record, index) => (index === 0 ? [{ record }] : [separator, { record }]));
}

function makeLayout(random: Random): Layout {
  const indent = random.below(3) === 0 ? 2 : undefined;
  const records = Array.from({ length: random.between(2, 8) }, (_, number) =>
    JSON.stringify({ ...validRecord(number), trace_name: 'createImage' }, undefined, indent),
  );
  const name = random.pick(Object.keys(layouts));
  const layout = layouts[name];
  const places: Place[] = [];
  let text = '';
  for (const piece of layout?.(records, random) ?? []) {
    const start = text.length;
    text += typeof piece === 'string' ? piece : piece.record;
    if (typeof piece !== 'string') places.push({ start, end: text.length });
  }
  return { name, text, records: places };
}

const marks = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '{{',
  '}}',
  '[[',
  ']]',
  '""',
  '"""',
  ',,',
  '::',
  '}{',
  '{"',
  '"}',
];

/** Changes a text in one place: within one record, or between two. */
function damage(random: Random, { text, records }: Layout): Damaged {
  const { from, removed, inserted } = makeChange(random, text, records);
  const changed = text.slice(0, from) + inserted + text.slice(from + removed);
  const by = inserted.length - removed;
  const untouched = records
    .filter(({ start, end }) => end <= from || start >= from + removed)
    .filter(({ start, end }) => end !== from && start !== from + removed)
    .map(({ start, end }) =>
      start >= from + removed ? { start: start + by, end: end + by } : { start, end },
    );
  const holder = inserted.includes('}{')
    ? undefined
    : records.find(({ start, end }) => from > start && from + removed <= end && from < end);
  const own = holder && { start: holder.start, end: holder.end + by };
  const near = `${text.slice(Math.max(0, from - 30), from)}«${text.slice(from, from + removed)}→${inserted}»${text.slice(from + removed, from + removed + 30)}`;
  return { text: changed, own, untouched, change: JSON.stringify(near) };
}

interface Change {
  readonly from: number;
  readonly removed: number;
  readonly inserted: string;
}

function makeChange(random: Random, text: string, records: readonly Place[]): Change {
  const own = random.pick(records);
  switch (random.below(5)) {
    case 0: // The end of a record is lost
      return cutTail(random, own);
    case 1: // A few marks too many, anywhere
      return {
        from: random.below(text.length),
        removed: 0,
        inserted: random.pick(marks).repeat(random.pick([1, 1, 1, 2, 20])),
      };
    case 2: // One structural character is lost
      return { from: structuralFrom(text, random.below(text.length)), removed: 1, inserted: '' };
    case 3: // One structural character becomes another
      return {
        from: structuralFrom(text, random.below(text.length)),
        removed: 1,
        inserted: random.pick(marks),
      };
    default: {
      // A stretch within a record is lost
      const from = random.between(own.start + 1, own.end - 2);
      return { from, removed: random.between(1, Math.min(80, own.end - 1 - from)), inserted: '' };
    }
  }
}

function cutTail(random: Random, { start, end }: Place): Change {
  const from = random.between(start + 1, end - 1);
  return { from, removed: end - from, inserted: '' };
}

function structuralFrom(text: string, from: number): number {
  const pattern = /["{}[\],:\n]/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length - 1;
}
