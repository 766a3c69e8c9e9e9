import { type Group, groupsInOrder, type Summary } from '../../../core/rows/summary';
import type { Localizer } from '../../../core/text/localization';
import type { Paint } from '../colours';
import { cutToWidth, layOutTable, widestOf, widthOf } from '../table';
import { wrap } from '../wrap';
import {
  countHeadings,
  countText,
  detailText,
  keyHeading,
  keyText,
  minuteText,
  spanText,
} from './summary-texts';

export interface TableSettings {
  readonly localizer: Localizer;
  readonly paint: Paint;
  /** Of the terminal in cells; `undefined` if it is not one. */
  readonly columns: number | undefined;
}

/** What is shown of a summary, in the order in which it is shown. */
interface Shown extends Pick<Summary, 'by'> {
  readonly groups: readonly Group[];
  readonly localizer: Localizer;
}

/**
 * The groups for people: a line each; on a terminal that is narrower, two; on one that is narrower still, a paragraph.
 */
export function* summaryTable(summary: Summary, settings: TableSettings): Iterable<string> {
  const { localizer, paint, columns = Number.POSITIVE_INFINITY } = settings;
  const shown: Shown = { by: summary.by, groups: groupsInOrder(summary), localizer };
  if (shown.groups.length === 0) return;
  const wide = wideTable(shown);
  if (fits(wide, columns)) {
    yield* headed(wide, paint);
    return;
  }
  const narrow = narrowTable(shown, columns);
  if (fits(narrow, columns)) yield* withDetails(narrow, shown, { paint, columns });
  else for (const group of shown.groups) yield* paragraph(group, shown, { paint, columns });
}

interface Width {
  readonly paint: Paint;
  readonly columns: number;
}

function fits(lines: readonly string[], columns: number): boolean {
  return lines.every((line) => widthOf(line) <= columns);
}

function* headed([heading = '', ...lines]: readonly string[], paint: Paint): Iterable<string> {
  yield `${paint('bold', heading)}\n`;
  for (const line of lines) yield `${line}\n`;
}

function wideTable({ by, groups, localizer }: Shown): readonly string[] {
  const { t } = localizer;
  const rows = groups.map((group) => [
    ...countRow(group, by, localizer),
    ...[minuteText(group.first), minuteText(group.last), detailText(group, localizer)],
  ]);
  const heading = [...headingRow(by, localizer), t('first (UTC)'), t('last (UTC)'), t('details')];
  return alignNumbers([heading, ...rows], countHeadings(by, localizer).length);
}

/** In cells. A key that is cut more than this could not be told from others. */
const minKeyWidth = 12;

/** The counts alone, with keys as long as there is room for them. */
function narrowTable({ by, groups, localizer }: Shown, columns: number): readonly string[] {
  const rows = [headingRow(by, localizer), ...groups.map((group) => countRow(group, by, localizer))];
  const numbers = countHeadings(by, localizer).length;
  const counts = alignNumbers(
    rows.map((row) => ['', ...row.slice(1)]),
    numbers,
  );
  const keyWidth = Math.max(minKeyWidth, columns - widestOf(counts));
  return alignNumbers(
    rows.map(([key = '', ...rest]) => [cutToWidth(key, keyWidth), ...rest]),
    numbers,
  );
}

function* withDetails(
  [heading = '', ...lines]: readonly string[],
  { groups, localizer }: Shown,
  { paint, columns }: Width,
): Iterable<string> {
  yield `${paint('bold', heading)}\n`;
  for (const [index, group] of groups.entries()) {
    yield `${lines[index] ?? ''}\n`;
    yield* detailLines([spanText(group), detailText(group, localizer)], { paint, columns });
  }
}

function* paragraph(group: Group, { by, localizer }: Shown, { paint, columns }: Width): Iterable<string> {
  yield `${paint('bold', cutToWidth(keyText(group, localizer), columns))}\n`;
  const counts = countHeadings(by, localizer).map(
    ([column, title]) => `${title} ${countText(group, column)}`,
  );
  yield* detailLines([...counts, spanText(group), detailText(group, localizer)], { paint, columns });
}

function* detailLines(parts: readonly string[], { paint, columns }: Width): Iterable<string> {
  const text = parts.filter((part) => part !== '').join(' · ');
  if (text !== '') yield `${paint('dim', wrap(`  ${text}`, columns))}\n`;
}

function headingRow(by: Summary['by'], localizer: Localizer): readonly string[] {
  return [keyHeading(by, localizer), ...countHeadings(by, localizer).map(([, title]) => title)];
}

function countRow(group: Group, by: Summary['by'], localizer: Localizer): readonly string[] {
  return [
    keyText(group, localizer),
    ...countHeadings(by, localizer).map(([column]) => countText(group, column)),
  ];
}

/**
 * Lays out rows, with their numbers aligned on the right.
 *
 * @param numbers how many columns after the first are numbers
 */
function alignNumbers(rows: readonly (readonly string[])[], numbers: number): readonly string[] {
  const widths = Array.from({ length: numbers }, (_, index) =>
    widestOf(rows.map((row) => row[index + 1] ?? '')),
  );
  const padded = rows.map((row) =>
    row.map((cell, column) => ' '.repeat(Math.max(0, (widths[column - 1] ?? 0) - widthOf(cell))) + cell),
  );
  return layOutTable(padded);
}
