import type { FindingKey } from '../../accepted/acceptance';
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

/** A row that opens a file. */
export function fileNode(
  id: string,
  { path }: BucketFile,
  index: number,
  description: string | undefined,
): BucketNode {
  const shown = replaceControlCharacters(path);
  const label = shown.slice(shown.lastIndexOf('/') + 1);
  const tooltip = description === undefined ? shown : `${shown}\n${replaceControlCharacters(description)}`;
  return {
    id,
    label,
    tooltip,
    description: description && replaceControlCharacters(description),
    icon: 'file',
    target: { file: index, line: 0, column: 0 },
  };
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
