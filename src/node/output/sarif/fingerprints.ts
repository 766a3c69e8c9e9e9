import { createHash } from 'node:crypto';
import { findingKeyOf } from '../../../core/accepted/acceptance';
import type { ReportedFinding } from '../report';

/** The name under which GitHub keeps track of results; otherwise it hashes the line, which for a file of one line is all. */
const fingerprintName = 'primaryLocationLineHash';

/** Makes fingerprints that stay the same when a trace moves. Alike ones are numbered from 1. */
export class Fingerprints {
  private readonly counts = new Map<string, number>();

  /** None of a finding in no trace with an id. */
  of(finding: ReportedFinding): Record<string, string> | undefined {
    const key = findingKeyOf(finding);
    return key && this.ofParts([key.rule, key.traceId, key.keyPath]);
  }

  ofParts(parts: readonly string[]): Record<string, string> {
    const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
    const count = (this.counts.get(hash) ?? 0) + 1;
    this.counts.set(hash, count);
    return { [fingerprintName]: `${hash}:${count}` };
  }
}
