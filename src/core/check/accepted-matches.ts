import { type FindingKey, findingKeyOf } from '../accepted/acceptance';
import type { AcceptedFindings } from '../accepted/accepted-findings';
import type { ReadItem } from '../file/item-reader';
import { isRecord } from '../file/items';
import type { LocatedTrace } from '../file/located-traces';
import { findString, type Trace } from '../record/trace';
import { findUuidKey } from '../record/trace-id';
import type { Report } from '../rules/rule';
import type { Finding } from './finding';
import { identify } from './finding-identity';
import type { CountableMatch } from './finding-marks';
import type { GradedMatch, RuleRunner } from './rule-runner';

/** The matches in a trace, with those that are accepted marked. */
export function markAccepted(
  matches: readonly GradedMatch[],
  { kind, record: trace }: { readonly kind: ReadItem['kind']; readonly record: Trace },
  rules: RuleRunner,
  accepted: AcceptedFindings | undefined,
): readonly CountableMatch[] {
  if (matches.length === 0 || !isRecord({ kind }) || !mayAccept(accepted, trace)) return matches;
  const places = identify(
    matches.map((match) => rules.reportOf(match).report),
    trace,
  );
  return matches.map((match, index) => {
    const place = places[index];
    const key = place && findingKeyOf({ rule: match.rule.id, ...place });
    return key !== undefined && accepted.find(key) ? { ...match, isAccepted: true } : match;
  });
}

/** Whether a finding in a trace is accepted. @param report is called only if one in the trace is */
export function isAccepted(
  rule: string,
  trace: Trace,
  accepted: AcceptedFindings | undefined,
  report: () => Report,
): boolean {
  if (!mayAccept(accepted, trace)) return false;
  const key = keyAt(rule, report(), trace);
  return key !== undefined && accepted.find(key) !== undefined;
}

/**
 * What identifies a finding.
 *
 * @param located the trace that it is in
 * @returns `undefined` if it cannot be accepted
 */
export function keyOfFinding(finding: Finding, located: LocatedTrace | undefined): FindingKey | undefined {
  const { rule, trace, span, keyPath, hidden } = finding;
  if (located === undefined || trace !== located.number || hidden !== undefined) return undefined;
  const within = { offset: span.offset - located.start, length: span.length };
  return keyAt(rule, { span: within, ...(keyPath !== undefined && { keyPath }) }, located.trace);
}

function keyAt(rule: string, report: Pick<Report, 'span' | 'keyPath'>, trace: Trace): FindingKey | undefined {
  const [place] = identify([report], trace);
  return place && findingKeyOf({ rule, ...place });
}

/** The rest need not be looked at: few traces have accepted findings. */
function mayAccept(accepted: AcceptedFindings | undefined, trace: Trace): accepted is AcceptedFindings {
  if (accepted === undefined || accepted.size === 0) return false;
  const id = findString(trace, 'trace_id');
  const key = id === undefined ? undefined : findUuidKey(id);
  return key !== undefined && accepted.hasTrace(key);
}
