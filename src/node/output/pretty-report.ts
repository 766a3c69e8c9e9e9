import { severityName } from '../../core/rules/severity';
import { replaceControlCharacters } from '../../core/text/display-text';
import type { Localizer } from '../../core/text/localization';
import { messageIn, placeOf } from './checked-input';
import { type Paint, severityStyles } from './colours';
import type { Report } from './report';
import { summaryLine } from './summary-line';

/** The format for people: a line for each finding and a summary line. */
export function prettyReport(localizer: Localizer, paint: Paint): Report {
  return {
    *begin() {},
    *file(checked) {
      if (checked.kind === 'digest')
        yield `${paint('bold', replaceControlCharacters(checked.path))}: ${localizer.t('digest file for integrity verification, not a trace file')}\n`;
      for (const finding of checked.findings) {
        const { line, column } = placeOf(finding, checked);
        const place = paint('bold', `${replaceControlCharacters(checked.path)}:${line}:${column}:`);
        const severity = paint(
          severityStyles[finding.severity],
          `${severityName(finding.severity, localizer)}:`,
        );
        yield `${place} ${severity} ${replaceControlCharacters(messageIn(finding, checked))} ${paint('dim', `[${finding.rule}]`)}\n`;
        for (const { span, message } of finding.related ?? []) {
          const at = checked.positionOf(span.offset);
          yield `    ${replaceControlCharacters(checked.path)}:${at.line + 1}:${at.column + 1}: ${replaceControlCharacters(message)}\n`;
        }
      }
    },
    *end(summary) {
      yield `${summaryLine(summary, localizer, paint)}\n`;
    },
  };
}
