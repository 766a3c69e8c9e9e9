import path from 'node:path';
import { coverageLines } from '../../../core/bucket/coverage-lines';
import type { Localizer } from '../../../core/text/localization';
import type { Report } from '../report';
import { summaryLine } from '../summary-line';
import { AnnotatedFindings } from './annotated-findings';
import { StepSummary } from './step-summary';
import { plainLine, workflowCommand } from './workflow-command';

/** Workflow commands of GitHub Actions, which make annotations, and a summary of the step. Accepted findings have none. */
export function githubReport(localizer: Localizer): Report {
  const annotated = new AnnotatedFindings(localizer);
  const summary = new StepSummary(localizer);
  return {
    *begin() {},
    *beginFile() {},
    findings({ path: shown }, findings) {
      const file = shown.replaceAll(path.sep, '/');
      for (const finding of findings) {
        if (finding.accepted !== undefined) continue;
        annotated.add({ path: file, finding });
        summary.add({ path: file, finding });
      }
      return [];
    },
    *endFile() {},
    *end(totals) {
      for (const annotation of annotated.annotations()) yield `${workflowCommand(annotation)}\n`;
      const said = [
        summaryLine(totals, localizer, (_, text) => text),
        ...coverageLines(totals.coverage, localizer),
      ];
      for (const line of said) yield `${plainLine(line)}\n`;
    },
    stepSummary: (totals) => summary.markdown(totals),
  };
}
