import { coverageLines, skippedFiles } from '../../core/bucket/coverage-lines';
import type { PlacedFinding } from '../../core/check/placed-finding';
import { severityName } from '../../core/rules/severity';
import { replaceControlCharacters } from '../../core/text/display-text';
import type { Position } from '../../core/text/lines';
import type { Localizer } from '../../core/text/localization';
import { type Paint, severityStyles } from './colours';
import type { Report } from './report';
import { summaryLine } from './summary-line';

/** The format for people: a line for each finding and a summary line. */
export function prettyReport(localizer: Localizer, paint: Paint): Report {
  return {
    *begin() {},
    *beginFile({ kind, path, isNamed }) {
      // A bucket has one for each hour and service: those of a folder are only counted
      if (kind === 'digest' && isNamed)
        yield `${paint('bold', replaceControlCharacters(path))}: ${localizer.t('digest file for integrity verification, not a trace file')}\n`;
    },
    *findings({ path }, findings) {
      for (const finding of findings) if (finding.accepted === undefined) yield* findingLines(path, finding);
    },
    *endFile() {},
    *end(totals) {
      const { coverage } = totals;
      const skipped = skippedFiles(coverage.files['passed-over'], localizer);
      yield `${[summaryLine(totals, localizer, paint), ...skipped].join(localizer.t('; '))}\n`;
      for (const line of coverageLines(coverage, localizer)) yield `${line}\n`;
    },
  };

  function* findingLines(
    path: string,
    { rule, severity, message, start, related }: PlacedFinding,
  ): Iterable<string> {
    const name = paint(severityStyles[severity], `${severityName(severity, localizer)}:`);
    const place = paint('bold', `${placeText(path, start)}:`);
    yield `${place} ${name} ${replaceControlCharacters(message)} ${paint('dim', `[${rule}]`)}\n`;
    for (const { path: other, position, message: relation } of related)
      yield `    ${placeText(other ?? path, position)}: ${replaceControlCharacters(relation)}\n`;
  }
}

/** `file:line:column`, from 1. */
function placeText(path: string, { line, column }: Position): string {
  return `${replaceControlCharacters(path)}:${line + 1}:${column + 1}`;
}
