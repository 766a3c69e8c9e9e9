import type { PlacedFinding } from '../check/placed-finding';
import { CoverageTally } from '../evidence/coverage';
import type { PassReason } from '../evidence/input-outcome';
import { findNote } from '../jobs/file-notes';
import { outcomeOf } from '../jobs/file-outcome';
import type { FileReport } from '../jobs/item-job';
import { type Severity, severities } from '../rules/severity';
import type { Localizer } from '../text/localization';
import { AcceptedTally } from './accepted-tally';
import type { BucketResult } from './bucket-job';
import type { BucketFile, BucketReport, GroupList, RuleCount } from './bucket-report';
import type { BucketRequest, BucketRoot } from './bucket-request';
import { GroupFiles, maxFiles } from './group-files';
import { type BucketKey, bucketKeys } from './row-groups';

export interface FileOptions {
  /** Why the file was passed over, if it was. */
  readonly passed?: PassReason | undefined;
  /** What else is to be said about it, localised; like a note it continues a sentence that begins with the path. */
  readonly remark?: string | undefined;
}

/** Adds up the files of a bucket, one after another. */
export class BucketTally {
  private readonly files: BucketFile[] = [];
  private readonly coverage = new CoverageTally();
  private readonly rules = new Map<string, MutableRuleCount>();
  private readonly tables = new Map(bucketKeys.map((by) => [by, new GroupFiles()]));
  private readonly accepted = new AcceptedTally();
  private readonly counts = noCounts();
  private current = noCounts();
  private selected = 0;

  constructor(readonly localizer: Localizer) {}

  /** How many files have been added. */
  get length(): number {
    return this.files.length;
  }

  get traces(): number {
    return this.coverage.traceCount;
  }

  get findingCount(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /**
   * Counts findings in the file that is added next.
   *
   * @returns those that are not accepted
   */
  addFindings(findings: readonly PlacedFinding[], root: BucketRoot): readonly PlacedFinding[] {
    const left = this.accepted.takeFrom(findings, root, this.files.length);
    for (const { rule, severity } of left) {
      this.counts[severity]++;
      this.current[severity]++;
      this.countRule(rule, severity);
    }
    return left;
  }

  addFile(path: string, report: FileReport<BucketResult>, { passed, remark }: FileOptions = {}): BucketFile {
    const whole = withUnlisted(report);
    const found = findNote({ path, isNamed: false }, whole, this.localizer);
    const outcome = outcomeOf(whole, found ?? '', passed);
    const note =
      found !== undefined && remark !== undefined
        ? found + this.localizer.t('; ') + remark
        : (found ?? remark);
    const { traces, untimed, times, result } = report;
    this.coverage.add({ path, outcome, traces, untimed, first: times?.first, last: times?.last });
    if (result !== undefined) this.addResult(result);
    const { isPacked } = report;
    const file = { path, outcome, note, traces, isPacked, findings: this.current };
    this.files.push(file);
    this.current = noCounts();
    return file;
  }

  /**
   * @param areCopiesFound whether copies of traces were looked for
   * @param notes what else is to be said
   */
  report(request: BucketRequest, areCopiesFound: boolean, notes: readonly string[]): BucketReport {
    const { files, selected, counts } = this;
    const groups = {
      account: this.groupsOf('account'),
      user: this.groupsOf('user'),
      service: this.groupsOf('service'),
      event: this.groupsOf('event'),
      resource: this.groupsOf('resource'),
    };
    const coverage = this.coverage.coverage();
    const accepted = this.accepted.report(request, coverage, areCopiesFound);
    return { files, coverage, selected, counts, rules: this.rulesInOrder(), groups, accepted, notes };
  }

  private addResult({ groups, selected }: BucketResult): void {
    this.selected += selected;
    for (const { by, columns } of groups) this.tables.get(by)?.add(columns, this.files.length);
  }

  private countRule(rule: string, severity: Severity): void {
    const id = `${rule} ${severity}`;
    const known = this.rules.get(id) ?? { rule, severity, count: 0, files: [], fileCount: 0, last: -1 };
    this.rules.set(id, known);
    const file = this.files.length;
    known.count++;
    if (known.last !== file) {
      known.last = file;
      known.fileCount++;
      if (known.files.length < maxFiles) known.files.push({ file, count: 0 });
    }
    const listed = known.files.at(-1);
    if (listed?.file === file) listed.count++;
  }

  private rulesInOrder(): readonly RuleCount[] {
    return [...this.rules.values()]
      .sort(
        (one, other) =>
          severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
          other.count - one.count ||
          (one.rule < other.rule ? -1 : 1),
      )
      .map(({ last: _, ...count }) => count);
  }

  private groupsOf(by: BucketKey): GroupList {
    return this.tables.get(by)?.list() ?? { shown: [], hidden: 0, isExact: true };
  }
}

interface MutableRuleCount extends RuleCount {
  count: number;
  readonly files: { readonly file: number; count: number }[];
  fileCount: number;
  /** The file of the last finding. */
  last: number;
}

function noCounts(): Record<Severity, number> {
  return { error: 0, warning: 0, information: 0, hint: 0 };
}

/** Findings that are not listed are a problem, too. */
function withUnlisted(report: FileReport<BucketResult>): FileReport<BucketResult> {
  const count = report.result?.unlisted ?? 0;
  return count === 0 ? report : { ...report, problems: [...report.problems, { kind: 'unlisted', count }] };
}
