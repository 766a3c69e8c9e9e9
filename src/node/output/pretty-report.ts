import { type Severity, severities } from '../../core/rules/severity';
import { visible } from '../../core/text/display-text';
import type { Voice } from '../../core/text/localization';
import { type CheckedInput, placeOf } from './checked-input';
import { type Paint, severityStyles } from './colours';
import type { Report, Summary } from './report';

/** The form for people: a line for each finding and one for the sums. */
export function prettyReport(voice: Voice, paint: Paint): Report {
  return {
    *begin() {},
    *file(checked) {
      if (checked.kind === 'digest')
        yield `${paint('bold', visible(checked.path))}: ${voice.t('a digest file of the integrity verification, not checked as a trace file')}\n`;
      for (const finding of checked.findings) {
        const { line, column } = placeOf(finding, checked);
        const place = paint('bold', `${visible(checked.path)}:${line}:${column}:`);
        const severity = paint(severityStyles[finding.severity], `${severityName(finding.severity, voice)}:`);
        yield `${place} ${severity} ${visible(finding.message)} ${paint('dim', `[${finding.rule}]`)}\n`;
        for (const { span, message } of finding.related ?? []) {
          const at = checked.positionOf(span.offset);
          yield `    ${visible(checked.path)}:${at.line + 1}:${at.column + 1}: ${visible(message)}\n`;
        }
      }
    },
    *end(summary) {
      yield `${summaryLine(summary, voice, paint)}\n`;
    },
  };
}

function severityName(severity: Severity, { t }: Voice): string {
  switch (severity) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'information':
      return t('information');
    case 'hint':
      return t('hint');
  }
}

/** Numbers behind their words: no language has to bend a word for them. */
function summaryLine({ files, traces, bySeverity, byKind }: Summary, voice: Voice, paint: Paint): string {
  const { t } = voice;
  const found = severities.map((severity) => {
    const text = `${severityName(severity, voice)} ${bySeverity[severity]}`;
    return bySeverity[severity] > 0 ? paint(severityStyles[severity], text) : text;
  });
  const kinds = kindNames(voice)
    .filter(([kind]) => byKind[kind] > 0)
    .map(([kind, name]) => `${name} ${byKind[kind]}`);
  const read = kinds.length > 0 ? t('{0} ({1})', files, kinds.join(t(', '))) : String(files);
  return [found.join(t(', ')), `${t('traces')} ${traces}`, `${t('files')} ${read}`].join(' · ');
}

function kindNames({ t }: Voice): readonly (readonly [CheckedInput['kind'], string])[] {
  return [
    ['traces', t('with traces')],
    ['digest', t('digest')],
    ['other', t('not trace files')],
    ['unreadable', t('unreadable')],
  ];
}
