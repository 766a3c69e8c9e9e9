import type { Acceptance, FindingKey } from '../accepted/acceptance';
import { findingKeyOf } from '../accepted/acceptance';
import { AcceptedFindings } from '../accepted/accepted-findings';
import { levelOf } from '../check/effective-severity';
import type { PlacedFinding } from '../check/placed-finding';
import type { Coverage } from '../evidence/coverage';
import { duplicateTrace } from '../rules/duplicate-trace';
import { rules } from '../rules/rules';
import type { RuleLevels } from '../rules/severity';
import type { BucketRequest, BucketRoot } from './bucket-request';

/** A finding that was found and is accepted; plain data. */
export interface AcceptedFinding extends FindingKey {
  /** The number of its file. */
  readonly file: number;
  /** Count from 0. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly acceptance: Pick<Acceptance, 'reason' | 'author' | 'date'>;
}

/** What was accepted in a bucket. */
export interface AcceptedReport {
  readonly count: number;
  /** The first of them. */
  readonly listed: readonly AcceptedFinding[];
  /** Accepted findings that are not there; `undefined` if that cannot be told, as not everything was checked. */
  readonly unmatched: readonly FindingKey[] | undefined;
}

/** How many accepted findings are listed. */
const maxListed = 2000;

/** Tells accepted findings from others, and counts them. */
export class AcceptedTally {
  /** By the lists in the request: folders share one if the settings of both name the same file. */
  private readonly byList = new Map<readonly Acceptance[], AcceptedFindings>();
  private readonly listed: AcceptedFinding[] = [];
  private count = 0;

  /** @param file the number of the file that the findings are in. @returns those that are not accepted */
  takeFrom(
    findings: readonly PlacedFinding[],
    { accepted }: Pick<BucketRoot, 'accepted'>,
    file: number,
  ): readonly PlacedFinding[] {
    if (accepted === undefined || accepted.length === 0) return findings;
    const known = this.of(accepted);
    return findings.filter((finding) => {
      const key = findingKeyOf(finding);
      const acceptance = key && known.match(key);
      if (key === undefined || acceptance === undefined) return true;
      this.count++;
      if (this.listed.length < maxListed) this.listed.push(listedOf(finding, key, acceptance, file));
      return false;
    });
  }

  /**
   * @param coverage of the whole check
   * @param areCopiesFound whether copies of traces were looked for
   */
  report({ roots, filter }: BucketRequest, { files }: Coverage, areCopiesFound: boolean): AcceptedReport {
    const unread = files.unreadable + files['read-in-part'] + files['passed-over'];
    const isWhole = unread === 0 && Object.keys(filter).length === 0;
    const unmatched = isWhole ? this.unmatched(roots, areCopiesFound) : undefined;
    return { count: this.count, listed: this.listed, unmatched };
  }

  /** What rules that are off would find is not known. */
  private unmatched(roots: readonly BucketRoot[], areCopiesFound: boolean): readonly FindingKey[] {
    const unknown = new Set(roots.flatMap(({ levels }) => rulesThatAreOff(levels)));
    if (!areCopiesFound) unknown.add(duplicateTrace.id);
    const lists = new Set(roots.flatMap(({ accepted }) => (accepted ? [accepted] : [])));
    return [...lists]
      .flatMap((list) => this.of(list).unmatched())
      .filter(({ rule }) => !unknown.has(rule))
      .map(({ rule, traceId, keyPath }) => ({ rule, traceId, keyPath }));
  }

  private of(list: readonly Acceptance[]): AcceptedFindings {
    const known = this.byList.get(list) ?? new AcceptedFindings(list);
    this.byList.set(list, known);
    return known;
  }
}

function rulesThatAreOff(levels: RuleLevels): readonly string[] {
  return rules.filter((rule) => levelOf(rule, levels) === 'off').map(({ id }) => id);
}

function listedOf(
  { message, start: { line, column } }: PlacedFinding,
  key: FindingKey,
  { reason, author, date }: Acceptance,
  file: number,
): AcceptedFinding {
  const acceptance = { reason, ...(author === undefined ? {} : { author }), date };
  return { ...key, file, line, column, message, acceptance };
}
