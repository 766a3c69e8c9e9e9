import { coverageLines } from '../../../core/bucket/coverage-lines';
import type { Severity } from '../../../core/rules/severity';
import { severities, severityCount, severityName } from '../../../core/rules/severity';
import { type Localizer, numberText } from '../../../core/text/localization';
import { code, type Line, lines, list, strong, text, toMarkdown } from '../../../core/text/markdown';
import { GravestFirst } from '../gravest-first';
import type { Totals } from '../report';
import { summaryLine } from '../summary-line';
import type { FoundIn } from './annotated-findings';

/** A summary of a step may have a megabyte. */
const maxListed = 100;

/** Collects what the summary of a step says. */
export class StepSummary {
  private readonly listed = new GravestFirst<FoundIn>(maxListed, severities.length);
  private readonly byRule = new Map<string, Map<Severity, number>>();
  private left = 0;

  constructor(private readonly localizer: Localizer) {}

  add(found: FoundIn): void {
    const { rule, severity } = found.finding;
    const counts = this.byRule.get(rule) ?? new Map<Severity, number>();
    this.byRule.set(rule, counts.set(severity, (counts.get(severity) ?? 0) + 1));
    if (this.listed.add(severities.indexOf(severity), found) !== undefined) this.left++;
  }

  /** In Markdown; nothing of a trace becomes markup. */
  markdown(totals: Totals): string {
    const { localizer } = this;
    const said = [
      summaryLine(totals, localizer, (_, shown) => shown),
      ...coverageLines(totals.coverage, localizer),
    ];
    const blocks = [
      lines(...said.map((line) => [text(line)])),
      list([...this.byRule].map(([rule, counts]) => this.ruleLine(rule, counts))),
      lines(this.byRule.size === 0 ? [] : [text(localizer.t('The gravest first:'))]),
      list(this.listed.gravestFirst().map((found) => this.findingLine(found))),
      lines(this.leftLine()),
    ];
    return `### CTS Trace Lens\n\n${toMarkdown(blocks)}\n`;
  }

  private ruleLine(rule: string, counts: ReadonlyMap<Severity, number>): Line {
    const { localizer } = this;
    const parts = severities.flatMap((severity) => {
      const count = counts.get(severity) ?? 0;
      return count === 0 ? [] : [severityCount(severity, count, localizer)];
    });
    return [strong(rule), text(` · ${parts.join(localizer.t(', '))}`)];
  }

  private findingLine({ path, finding: { severity, start, message, rule } }: FoundIn): Line {
    const place = `${path}:${start.line + 1}:${start.column + 1}`;
    return [
      text(`${severityName(severity, this.localizer)} · `),
      code(place),
      text(` · ${message} · `),
      strong(rule),
    ];
  }

  private leftLine(): Line {
    if (this.left === 0) return [];
    return [text(this.localizer.t('{0} more findings, which are not listed', numberText(this.left)))];
  }
}
