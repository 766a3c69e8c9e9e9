import type { CheckedFile } from '../check/checked-file';
import { type Finding, messageOf } from '../check/finding';
import { type Severity, severities, severityName } from '../rules/severity';
import { type Localizer, numberText } from '../text/localization';
import type { Span } from '../text/span';

/** Which findings to list; all that are not excluded. */
export interface FindingFilter {
  readonly rule?: string | undefined;
  readonly severity?: Severity | undefined;
}

/** A finding in a list. */
export interface FindingRow {
  readonly label: string;
  /** Its rule, severity and line. */
  readonly description: string;
  readonly span: Span;
}

/** Some findings of a file, the gravest first, those of a severity in order. */
export interface FindingList {
  readonly rows: readonly FindingRow[];
  /** Whether there are no more. */
  readonly isComplete: boolean;
}

/** How many findings a list has: more would make it slow. */
export const maxListed = 10_000;

/**
 * The findings of a file, the gravest first, those that the editor does not show included; at most {@link maxListed}.
 * Yields for each finding, listed or not, so that the caller can pause; the text must not change meanwhile.
 *
 * @param lineOf the line of an offset, counted from 1
 */
export function* findingRows(
  file: CheckedFile,
  filter: FindingFilter,
  { localizer, lineOf }: { readonly localizer: Localizer; lineOf(offset: number): number },
): Generator<undefined, FindingList> {
  const groups = severities.map((severity): Group => ({ severity, unseen: file.count(severity), rows: [] }));
  for (const finding of file.eachFinding()) {
    const group = groups.find(({ severity }) => severity === finding.severity);
    if (group === undefined) continue;
    group.unseen--;
    // One more than are listed, to know that there are more
    if (isListed(finding, filter) && group.rows.length <= maxListed)
      group.rows.push(toRow(finding, lineOf, localizer));
    if (isFull(groups)) break;
    yield;
  }
  const rows = groups.flatMap((group) => group.rows);
  return { rows: rows.slice(0, maxListed), isComplete: rows.length <= maxListed };
}

/** The findings of a severity. */
interface Group {
  readonly severity: Severity;
  readonly rows: FindingRow[];
  /** How many there are further on, listed or not. */
  unseen: number;
}

/** Whether nothing further on can get into the list: it is full, and all that is graver has been seen. */
function isFull(groups: readonly Group[]): boolean {
  let count = 0;
  for (const { rows, unseen } of groups) {
    count += rows.length;
    if (count > maxListed) return true;
    if (unseen > 0) return false;
  }
  return false;
}

function isListed({ rule, severity }: Finding, filter: FindingFilter): boolean {
  return (filter.rule ?? rule) === rule && (filter.severity ?? severity) === severity;
}

function toRow(finding: Finding, lineOf: (offset: number) => number, localizer: Localizer): FindingRow {
  const { rule, severity, span } = finding;
  const place = localizer.t('line {0}', lineOf(span.offset));
  return {
    label: messageOf(finding, (offset) => lineOf(offset) - 1),
    description: [rule, severityName(severity, localizer), place].join(' · '),
    span,
  };
}

/** What the list is, and whether it is complete. */
export function findingListTitle({ rows, isComplete }: FindingList, { t }: Localizer): string {
  if (rows.length === 1) return t('1 finding');
  return isComplete
    ? t('{0} findings', numberText(rows.length))
    : t("First {0} findings. 'cts-trace check' lists them all", numberText(maxListed));
}

export function findingListPrompt({ t }: Localizer): string {
  return t('Type a word of the message, a rule or a line');
}

/** The action on a finding that represents others. */
export function showAllTitle({ rule }: Finding, { t }: Localizer): string {
  return t('Show all findings of "{0}"', rule);
}
