import type { Result } from 'sarif';
import { rules } from '../../../core/rules/rules';
import { severities } from '../../../core/rules/severity';
import { type Localizer, numberText } from '../../../core/text/localization';
import { GravestFirst } from '../gravest-first';
import type { ReportedFinding } from '../report';
import { Fingerprints } from './fingerprints';
import { messageText } from './message-text';
import { locationOf, type ResultFile, suppressionsOf, toResult } from './results';
import { levelOf, ruleIndexOf } from './rule-descriptors';

/** GitHub shows no more results of a run. */
export const maxResults = 5000;

interface FoundIn {
  readonly finding: ReportedFinding;
  readonly file: ResultFile;
}

/** The findings of a rule that are no results of their own, accepted or not. */
interface Folded {
  count: number;
  /** One of the gravest of them. */
  example: FoundIn;
}

/** The results of a run: the gravest findings, and one for the others of each rule that says how many they are. */
export class KeptResults {
  /** For each rule there may be a result for other findings and one for other accepted ones. */
  private readonly kept = new GravestFirst<FoundIn>(maxResults - 2 * rules.length, severities.length + 1);
  private readonly folded = new Map<string, Folded>();

  constructor(private readonly localizer: Localizer) {}

  add(found: FoundIn): void {
    const { accepted, severity } = found.finding;
    const rank = accepted === undefined ? severities.indexOf(severity) : severities.length;
    const left = this.kept.add(rank, found);
    if (left !== undefined) this.fold(left);
  }

  *results(hasAcceptances: boolean): Iterable<Result> {
    const fingerprints = new Fingerprints();
    for (const { finding, file } of this.kept.inOrder())
      yield toResult(finding, { file, fingerprints, hasAcceptances });
    for (const folded of this.folded.values())
      yield this.toFoldedResult(folded, { fingerprints, hasAcceptances });
  }

  private fold(left: FoundIn): void {
    const { rule, accepted, severity } = left.finding;
    const key = `${rule} ${accepted === undefined}`;
    const folded = this.folded.get(key);
    if (folded === undefined) {
      this.folded.set(key, { count: 1, example: left });
      return;
    }
    folded.count++;
    if (severities.indexOf(severity) < severities.indexOf(folded.example.finding.severity))
      folded.example = left;
  }

  private toFoldedResult(
    { count, example: { finding, file } }: Folded,
    {
      fingerprints,
      hasAcceptances,
    }: { readonly fingerprints: Fingerprints; readonly hasAcceptances: boolean },
  ): Result {
    const { rule, severity, accepted } = finding;
    const message = this.localizer.t(
      '{0} more findings of {1}, which are not listed',
      numberText(count),
      rule,
    );
    return {
      ruleId: rule,
      ruleIndex: ruleIndexOf(rule),
      level: levelOf(severity),
      message: messageText(message),
      locations: [locationOf(finding, file)],
      partialFingerprints: fingerprints.ofParts([rule, accepted === undefined ? 'folded' : 'accepted']),
      occurrenceCount: count,
      ...(hasAcceptances && { suppressions: suppressionsOf(finding) }),
      properties: { severity },
    };
  }
}
