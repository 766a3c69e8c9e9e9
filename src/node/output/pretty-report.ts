import { severities, severityName } from '../../core/rules/severity';
import { replaceControlCharacters } from '../../core/text/display-text';
import type { Localizer } from '../../core/text/localization';
import { type CheckedInput, placeOf } from './checked-input';
import { type Paint, severityStyles } from './colours';
import type { Report, Summary } from './report';

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
        yield `${place} ${severity} ${replaceControlCharacters(finding.message)} ${paint('dim', `[${finding.rule}]`)}\n`;
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

/** Numbers follow their nouns, so that no plural forms are needed. */
function summaryLine(
  { files, traces, bySeverity, byKind }: Summary,
  localizer: Localizer,
  paint: Paint,
): string {
  const { t } = localizer;
  const found = severities.map((severity) => {
    const text = `${severityName(severity, localizer)} ${bySeverity[severity]}`;
    return bySeverity[severity] > 0 ? paint(severityStyles[severity], text) : text;
  });
  const kinds = kindNames(localizer)
    .filter(([kind]) => byKind[kind] > 0)
    .map(([kind, name]) => `${name} ${byKind[kind]}`);
  const read = kinds.length > 0 ? t('{0} ({1})', files, kinds.join(t(', '))) : String(files);
  return [found.join(t(', ')), `${t('traces')} ${traces}`, `${t('files')} ${read}`].join(' · ');
}

function kindNames({ t }: Localizer): readonly (readonly [CheckedInput['kind'], string])[] {
  return [
    ['traces', t('with traces')],
    ['digest', t('digest')],
    ['other', t('not trace files')],
    ['unreadable', t('unreadable')],
  ];
}
