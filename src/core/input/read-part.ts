import { isAfter, offsetWithin } from '../file/item-places';
import { isRecord } from '../file/items';
import type { StreamedItem } from '../file/record-stream';
import type { Position } from '../text/lines';
import type { ByteReader } from './byte-reader';
import { type Reading, readEvidence } from './read-evidence';

/** A few records of a file, as a list. */
export interface FilePart {
  readonly text: string;
  /** Of the place that was asked for, in the text. */
  readonly offset: number;
}

/** How many records are shown before and after the one at a place. */
const around = 5;

/**
 * Reads the record at a place of a file of any size and some around it.
 *
 * Yields after each piece, so that the caller can check the clock.
 *
 * @returns `undefined` if there is no record
 */
export async function* readPart(
  bytes: ByteReader,
  reading: Reading,
  place: Position,
): AsyncGenerator<undefined, FilePart | undefined> {
  const records: StreamedItem[] = [];
  let after = 0;
  const steps = readEvidence(bytes, reading);
  try {
    for (let step = await steps.next(); !step.done && after < around; step = await steps.next()) {
      for (const item of step.value) {
        if (!isRecord(item) || after === around) continue;
        if (isAfter(item.position, place) && records.length > 0) after++;
        records.push(item);
        if (after === 0 && records.length > around + 1) records.shift();
      }
      yield;
    }
  } finally {
    await steps.return(undefined);
  }
  return toPart(records, Math.max(0, records.length - 1 - after), place);
}

function toPart(records: readonly StreamedItem[], sought: number, place: Position): FilePart | undefined {
  const record = records[sought];
  if (record === undefined) return undefined;
  const before = records.slice(0, sought).reduce((sum, { length }) => sum + length + separator.length, 0);
  const text = `[${records.map((each) => each.text.slice(0, each.length)).join(separator)}]`;
  return { text, offset: 1 + before + offsetWithin(record, place) };
}

const separator = ',\n';
