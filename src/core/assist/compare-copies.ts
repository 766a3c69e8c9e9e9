import { format } from '../formatting/format';
import { looksLikeJson } from '../record/embedded-json';
import type { Field, Trace } from '../record/trace';
import { isJson } from '../record/valid-json';
import type { Localizer } from '../text/localization';
import { endOf } from '../text/span';

/** Two copies of a trace, laid out for a comparison line by line. */
export interface LaidOutCopies {
  readonly first: string;
  readonly other: string;
}

/**
 * Lays out two copies of a trace so that a line-by-line comparison shows what differs in content: JSON in strings is laid
 * out as well, and the fields of both are in the order of the first. Nothing else is changed; credentials stay, since it
 * is the user's own file.
 */
export function layOutCopies(first: Trace, other: Trace): LaidOutCopies {
  const names = new Map(first.fields().map(({ name }, index) => [name, index]));
  const placeOf = ({ name }: Field): number => names.get(name) ?? names.size;
  const fields = [...other.fields()].sort((one, two) => placeOf(one) - placeOf(two));
  return { first: layOut(first, first.fields()), other: layOut(other, fields) };
}

export function compareTitle({ t }: Localizer): string {
  return t('Compare the two copies');
}

/** Where a copy is. Both count from 0. */
export interface CopyPlace {
  readonly line: number;
  readonly trace: number;
}

/** The title of the comparison; copies on the same line are told apart by their numbers. */
export function comparisonTitle(
  file: string,
  { first, other }: Readonly<Record<'first' | 'other', CopyPlace>>,
  { t }: Localizer,
): string {
  return first.line === other.line
    ? t('{0}: trace {1} and its copy, trace {2}', file, first.trace + 1, other.trace + 1)
    : t('{0}: line {1} and its copy in line {2}', file, first.line + 1, other.line + 1);
}

function layOut({ text }: Trace, fields: readonly Field[]): string {
  const members = fields.map((field) => {
    const key = text.slice(field.keySpan.offset, endOf(field.keySpan));
    return `${key}:${openedValue(field, text)}`;
  });
  return `${format(`{${members.join(',')}}`, { isLineDelimited: false, lineBreak: '\n' }).text}\n`;
}

function openedValue({ valueSpan, value }: Field, text: string): string {
  const isOpened = typeof value === 'string' && looksLikeJson(value) && isJson(value);
  return isOpened ? value : text.slice(valueSpan.offset, endOf(valueSpan));
}
