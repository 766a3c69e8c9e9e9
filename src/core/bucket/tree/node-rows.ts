import type { FindingKey } from '../../accepted/acceptance';
import { findObjectName } from '../../evidence/object-name';
import type { Severity } from '../../rules/severity';
import { replaceControlCharacters } from '../../text/display-text';
import { type Localizer, numberText } from '../../text/localization';
import type { TimeZone } from '../../text/zoned-time';
import type { BucketFile } from '../bucket-report';
import type { BucketNode } from './bucket-node';

/** A finding of a file, as far as it is listed; lines and columns count from 0. */
export interface ListedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** What identifies it; `undefined` if it cannot be accepted. */
  readonly key?: FindingKey | undefined;
}

export interface TreeSettings {
  readonly localizer: Localizer;
  readonly timeZone: TimeZone;
  /** The findings of a file, by its number. */
  findingsOf(file: number): readonly ListedFinding[];
}

/** How many files or gaps are listed below a row. */
const maxRows = 500;

/** A row that opens a file. @param count of what is below the row, said in place of the note on the file */
export function fileNode(id: string, { path, note }: BucketFile, index: number, count?: string): BucketNode {
  return {
    id,
    ...fileTexts(path, note, count),
    icon: 'file',
    target: { file: index, line: 0, column: 0 },
  };
}

/**
 * What a row says of a file. The view is narrow, and the names of the files of a bucket begin alike: of these the row begins
 * with what differs.
 *
 * @param note on the file
 * @param count said in place of the note
 */
export function fileTexts(
  path: string,
  note: string | undefined,
  count?: string,
): Pick<BucketNode, 'label' | 'description' | 'tooltip'> {
  const shown = replaceControlCharacters(path);
  const why = note === undefined || note === '' ? undefined : replaceControlCharacters(note);
  const object = findObjectName(shown);
  const beside = [count ?? why, object?.region, object?.id];
  const name = shown.slice(shown.lastIndexOf('/') + 1);
  const description = beside.filter((part) => part !== undefined).join(' · ');
  return {
    label: object === undefined ? name : [object.service, writtenTime(name)].filter(Boolean).join(' '),
    description: description === '' ? undefined : description,
    tooltip: why === undefined ? shown : `${shown}\n${why}`,
  };
}

/** The time in the name of a file of a bucket, as it is written there. */
function writtenTime(name: string): string {
  return name.match(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ/g)?.at(-1) ?? name;
}

/** The first rows, and one that says how many there are more. */
export function capped<Each>(
  all: readonly Each[],
  localizer: Localizer,
  id: string,
  toNode: (each: Each, index: number) => BucketNode,
): readonly BucketNode[] {
  return [...all.slice(0, maxRows).map(toNode), ...moreNode(id, all.length - maxRows, localizer)];
}

/** Says how many rows are not shown, if any. */
export function moreNode(id: string, count: number, { t }: Localizer): readonly BucketNode[] {
  return count > 0 ? [{ id: `more ${id}`, label: t('{0} more', numberText(count)), icon: 'ellipsis' }] : [];
}
