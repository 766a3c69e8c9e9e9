import type { LocatedTrace } from '../file/located-traces';
import { TraceIndex } from '../file/trace-index';
import { mayLookLikeJson } from '../record/embedded-json';
import type { Field, Trace } from '../record/trace';
import { createOffsetList, type OffsetList, pushOffset, toOffsets } from '../text/offset-list';
import { endOf, type Span } from '../text/span';
import { textSource } from '../text/text-source';
import { type FieldOrder, orderFields } from './field-order';
import { type OpenedString, openString } from './open-string';
import { addRun, createRuns, finishRuns, type PositionMap, type Runs } from './position-map';

export interface OpenOptions {
  readonly fieldOrder: FieldOrder;
  /** Whether the language of the document says that each line is a value of its own. */
  readonly isLineDelimited: boolean;
}

/** A text in which the JSON strings of traces are opened and fields are in order; not laid out yet. */
export interface OpenedText {
  readonly text: string;
  readonly map: PositionMap;
  /** The opening brackets of JSON that is in a string in the original; ascending. */
  readonly openings: Uint32Array;
}

/** Records between two steps. */
const recordsPerStep = 50;

/** The fields that are documented as JSON in a string or as JSON itself, and with which brackets. */
const openedFields: ReadonlyMap<string, RegExp> = new Map([
  ['user', /^\{/],
  ['request', /^[{[]/],
  ['response', /^[{[]/],
  ['message', /^[{[]/],
]);

/**
 * Opens strings of JSON and orders fields in all undamaged traces of a text. Whatever is damaged stays as it is.
 *
 * Yields now and then, so that the caller can check the clock: the offset that is reached.
 *
 * @returns `undefined` if nothing changes
 */
export function* openTraces(
  text: string,
  options: OpenOptions,
): Generator<number | undefined, OpenedText | undefined> {
  const owner = { dataOf: () => undefined, release: () => {} };
  const index = new TraceIndex<never>(textSource(text), owner, options);
  for (let left = recordsPerStep; !index.read(() => --left > 0); left = recordsPerStep) yield 0;
  if (index.traceCount === 0) return undefined;
  const writer = createWriter(text);
  let count = 0;
  for (const located of index.records()) {
    writeTrace(writer, located, options.fieldOrder);
    if (++count % recordsPerStep !== 0) continue;
    // Joins many small strings early, so that this work, too, is spread over the steps
    writer.parts.push(writer.pieces.splice(0).join(''));
    yield located.start;
  }
  return writer.length === 0 ? undefined : yield* finish(writer);
}

interface Writer {
  readonly text: string;
  readonly parts: string[];
  readonly pieces: string[];
  readonly runs: Runs;
  readonly openings: OffsetList;
  /** How much is written, in UTF-16 units. */
  length: number;
  /** The offset in the original up to which everything is written. */
  writtenTo: number;
}

function createWriter(text: string): Writer {
  return {
    text,
    parts: [],
    pieces: [],
    runs: createRuns(),
    openings: createOffsetList(),
    length: 0,
    writtenTo: 0,
  };
}

function copy(writer: Writer, start: number, end: number): void {
  if (start === end) return;
  writer.pieces.push(writer.text.slice(start, end));
  addRun(writer.runs, start, writer.length, end - start);
  writer.length += end - start;
}

function* finish(writer: Writer): Generator<number | undefined, OpenedText> {
  const { text, parts, pieces, runs, openings } = writer;
  copy(writer, writer.writtenTo, text.length);
  yield text.length;
  const opened = [...parts, ...pieces].join('');
  yield text.length;
  const lengths = { originalLength: text.length, formattedLength: opened.length };
  const map = yield* finishRuns(runs, lengths);
  return { text: opened, map, openings: toOffsets(openings) };
}

/** Writes a trace if anything in it changes, after the original text up to it. */
function writeTrace(writer: Writer, { trace, start }: LocatedTrace, order: FieldOrder): void {
  if (!trace.isWellFormed || (order === 'file' && !mayHoldStrings(trace))) return;
  const fields = trace.fields();
  const ordered = orderFields(fields, order);
  const opened = ordered.map((field) => openField(trace, field));
  if (!opened.some(Boolean) && ordered.every((field, index) => field === fields[index])) return;
  copy(writer, writer.writtenTo, start);
  let written = 0;
  for (const [index, slot] of fields.entries()) {
    // Before each slot: the opening brace or a comma, as in the original
    copy(writer, start + written, start + slot.keySpan.offset);
    const field = ordered[index] ?? slot;
    writeField(writer, field, opened[index], start);
    written = endOf(slot.valueSpan);
  }
  writer.writtenTo = start + trace.text.length;
  copy(writer, start + written, writer.writtenTo);
}

/** A quick test: traces of many editions have objects there. */
function mayHoldStrings(trace: Trace): boolean {
  for (const name of openedFields.keys()) {
    const value = trace.value(name);
    if (trace.hasRepeatedKeys || (typeof value === 'string' && mayLookLikeJson(value))) return true;
  }
  return false;
}

function openField(trace: Trace, { name, type, valueSpan }: Field): OpenedString | undefined {
  const allowed = openedFields.get(name);
  if (allowed === undefined || type !== 'string') return undefined;
  const opened = openString(textOf(trace, valueSpan));
  return opened && allowed.test(opened.text) ? opened : undefined;
}

function textOf({ text }: Trace, span: Span): string {
  return text.slice(span.offset, endOf(span));
}

function writeField(
  writer: Writer,
  { keySpan, valueSpan }: Field,
  opened: OpenedString | undefined,
  start: number,
): void {
  copy(writer, start + keySpan.offset, start + (opened ? valueSpan.offset : endOf(valueSpan)));
  if (opened) writeOpened(writer, opened, start + valueSpan.offset);
}

/** @param start the offset of the opening quotation mark in the original */
function writeOpened(writer: Writer, { text, places, openings }: OpenedString, start: number): void {
  const { runs, length } = writer;
  writer.pieces.push(text);
  let next = 0;
  for (let index = 0; index < text.length; index++) {
    for (; openings[next]?.bracket === index; next++) {
      addRun(runs, start + (openings[next]?.quote ?? 0), length + index, 0);
      pushOffset(writer.openings, length + index);
    }
    addRun(runs, start + (places[index] ?? 0), length + index, 1);
  }
  writer.length += text.length;
}
