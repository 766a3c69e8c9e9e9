import { type Severity, severities } from '../../../core/rules/severity';
import { type Localizer, numberText } from '../../../core/text/localization';
import { GravestFirst } from '../gravest-first';
import type { ReportedFinding } from '../report';
import type { Annotation } from './workflow-command';

/** The site keeps no more annotations of each level in a step. */
const maxOfLevel = 10;

export interface FoundIn {
  readonly path: string;
  readonly finding: ReportedFinding;
}

/** The findings of a rule without an annotation of their own. */
interface Folded {
  count: number;
  /** One of the gravest of them. */
  example: FoundIn;
}

/** Picks the findings that become annotations; the others of each rule become a notice that says how many they are. */
export class AnnotatedFindings {
  private readonly byLevel: Readonly<Record<Annotation['level'], GravestFirst<FoundIn>>> = {
    error: new GravestFirst(maxOfLevel, severities.length),
    warning: new GravestFirst(maxOfLevel, severities.length),
    notice: new GravestFirst(maxOfLevel, severities.length),
  };
  private readonly folded = new Map<string, Folded>();

  constructor(private readonly localizer: Localizer) {}

  add(found: FoundIn): void {
    const { severity } = found.finding;
    const left = this.byLevel[levelOf(severity)].add(severities.indexOf(severity), found);
    if (left !== undefined) this.fold(left);
  }

  /** The gravest first. */
  annotations(): readonly Annotation[] {
    const { error, warning, notice } = this.byLevel;
    const single = [...error.inOrder(), ...warning.inOrder()].map((found) => annotationOf(found));
    return [...single, ...this.notices([...notice.gravestFirst()])];
  }

  /** @param single findings that are notices of their own if there is room */
  private notices(single: FoundIn[]): readonly Annotation[] {
    while (single.length > 0 && single.length + this.folded.size > maxOfLevel) {
      const last = single.pop();
      if (last !== undefined) this.fold(last);
    }
    const folded = [...this.folded].sort(([, one], [, other]) => rankOf(one) - rankOf(other));
    const shown = folded.length > maxOfLevel ? folded.slice(0, maxOfLevel - 1) : folded;
    const rest = folded.slice(shown.length);
    return [
      ...single.map((found) => annotationOf(found)),
      ...shown.map(([rule, each]) => this.foldedNotice(rule, each)),
      ...this.restNotice(rest),
    ];
  }

  private fold(found: FoundIn): void {
    const { rule, severity } = found.finding;
    const folded = this.folded.get(rule);
    if (folded === undefined) {
      this.folded.set(rule, { count: 1, example: found });
      return;
    }
    folded.count++;
    if (severities.indexOf(severity) < rankOf(folded)) folded.example = found;
  }

  private foldedNotice(rule: string, { count, example }: Folded): Annotation {
    const { t } = this.localizer;
    const message = t('{0} more findings of {1}, which are not listed', numberText(count), rule);
    return { ...annotationOf(example), level: 'notice', message };
  }

  private restNotice(rest: readonly (readonly [string, Folded])[]): readonly Annotation[] {
    const [first] = rest;
    if (first === undefined) return [];
    const count = rest.reduce((sum, [, each]) => sum + each.count, 0);
    const rules = rest.map(([rule]) => rule).join(this.localizer.t(', '));
    return [this.foldedNotice(rules, { ...first[1], count })];
  }
}

function rankOf({ example }: Folded): number {
  return severities.indexOf(example.finding.severity);
}

function levelOf(severity: Severity): Annotation['level'] {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}

function annotationOf({ path, finding }: FoundIn): Annotation {
  const { severity, start, end, rule, message } = finding;
  return {
    level: levelOf(severity),
    file: path,
    line: start.line + 1,
    endLine: end.line + 1,
    column: start.column + 1,
    endColumn: end.column + 1,
    title: rule,
    message,
  };
}
