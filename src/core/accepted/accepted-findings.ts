import { type Acceptance, type FindingKey, keyText } from './acceptance';

/** The findings that a user accepts, and which of them have been found. */
export class AcceptedFindings {
  private readonly byKey = new Map<string, Acceptance>();
  private readonly traceIds = new Set<string>();
  private readonly matched = new Set<string>();

  /** Of several for the same finding the first one counts. */
  constructor(acceptances: Iterable<Acceptance>) {
    for (const acceptance of acceptances) this.add(acceptance);
  }

  get size(): number {
    return this.byKey.size;
  }

  /** Adds one unless the finding is accepted already. */
  add(acceptance: Acceptance): void {
    const key = keyText(acceptance);
    if (!this.byKey.has(key)) this.byKey.set(key, acceptance);
    this.traceIds.add(acceptance.traceId);
  }

  /** Whether any finding in the trace is accepted. @param traceId in lower case */
  hasTrace(traceId: string): boolean {
    return this.traceIds.has(traceId);
  }

  /** The acceptance of a finding. */
  find(finding: FindingKey): Acceptance | undefined {
    return this.byKey.get(keyText(finding));
  }

  /** The acceptance of a finding; from then on it counts as found. */
  match(finding: FindingKey): Acceptance | undefined {
    const key = keyText(finding);
    const acceptance = this.byKey.get(key);
    if (acceptance !== undefined) this.matched.add(key);
    return acceptance;
  }

  /** Those whose findings have not been found, in the order in which they were added. */
  unmatched(): readonly Acceptance[] {
    return [...this.byKey].filter(([key]) => !this.matched.has(key)).map(([, acceptance]) => acceptance);
  }

  /** In the order in which they were added. */
  all(): readonly Acceptance[] {
    return [...this.byKey.values()];
  }
}
