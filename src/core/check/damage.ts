import { type Entry, lengthOf } from '../file/items';
import { readTrace } from '../reading/read-trace';
import type { Trace } from '../record/trace';
import { endOf } from '../text/span';
import type { CheckedFile } from './checked-file';

/** `cut`: the file ends in the middle of a trace or list; `broken`: the first syntax error. */
export interface Damage {
  readonly kind: 'cut' | 'broken';
  readonly offset: number;
}

/** Where something is, counted from 1: by line, or by column in a file of one line, where the line says nothing. */
export interface FilePlace {
  readonly unit: 'line' | 'column';
  readonly number: number;
}

/** How much whitespace at the end of a file is skipped, in UTF-16 units. */
const maxTrailingWhitespace = 256;

/** What is wrong with the JSON of a file; `undefined` if nothing. Reads no record but the first broken one and the last. */
export function findDamage(file: CheckedFile): Damage | undefined {
  const chunks = file.chunks();
  const known = found.get(chunks);
  if (known !== undefined) return known.damage;
  const damage = searchDamage(file);
  found.set(chunks, { damage });
  return damage;
}

/** By the identity of the list: an edit makes another. */
const found = new WeakMap<ReturnType<CheckedFile['chunks']>, { readonly damage: Damage | undefined }>();

function searchDamage(file: CheckedFile): Damage | undefined {
  const brokenAt = findBroken(file);
  if (brokenAt === undefined) return undefined;
  const cutAt = findCut(file);
  return cutAt === undefined ? { kind: 'broken', offset: brokenAt } : { kind: 'cut', offset: cutAt };
}

/** The place of the first syntax error. */
function findBroken(file: CheckedFile): number | undefined {
  let from = 0;
  for (const { items } of file.chunks()) {
    for (const item of items) {
      const start = from + item.lead;
      if (item.error !== undefined) return start;
      if (item.isBroken) {
        const [error] = read(file, start, item.length).parseErrors();
        if (error) return start + error.span.offset;
      }
      from += lengthOf(item);
    }
  }
  return undefined;
}

/** Where the file ends too early; `undefined` if whatever is broken in it lies before its end. */
function findCut(file: CheckedFile): number | undefined {
  const last = findLast(file);
  if (last === undefined) return undefined;
  const { item, from } = last;
  const start = from + item.lead;
  if (item.error !== undefined) return item.error === 'cut' ? lastCharacterBefore(start, file) : undefined;
  // What is left of a trace may not show that it is one
  if (!item.isBroken) return undefined;
  const trace = read(file, start, item.length);
  return isCut(trace) ? start + trace.text.trimEnd().length - 1 : undefined;
}

function lastCharacterBefore(end: number, { source }: CheckedFile): number {
  const start = Math.max(0, end - maxTrailingWhitespace);
  return Math.max(0, start + source.slice(start, end).trimEnd().length - 1);
}

/** Whether an object that is the last of its file lacks its end. */
function isCut(trace: Trace): boolean {
  const last = trace.parseErrors().at(-1);
  if (last === undefined) return false;
  const end = trace.text.trimEnd().length;
  return last.kind === 'cut' || endOf(last.span) >= end || !trace.text.trimEnd().endsWith('}');
}

/** The last item that is a record or an error. */
function findLast(file: CheckedFile): Pick<Entry<unknown>, 'item' | 'from'> | undefined {
  let from = file.source.length;
  for (const { items } of file.chunks().toReversed()) {
    for (const item of items.toReversed()) {
      from -= lengthOf(item);
      if (item.kind !== 'end') return { item, from };
    }
  }
  return undefined;
}

function read({ source }: CheckedFile, start: number, length: number): Trace {
  return readTrace(source.slice(start, start + length));
}
