import { tracesText } from '../../core/assist/summary-line';
import { severities, severityCount } from '../../core/rules/severity';
import { type Localizer, numberText } from '../../core/text/localization';
import { type Paint, severityStyles } from './colours';
import type { Summary, Totals } from './report';

/** The totals as a sentence: `3 warnings, 1 hint in 1 of 4 trace files (151 traces); not checked: 1 digest file`. */
export function summaryLine(
  { summary, acceptance }: Pick<Totals, 'summary' | 'acceptance'>,
  localizer: Localizer,
  paint: Paint,
): string {
  const { t } = localizer;
  const counted = checkedText(summary, localizer, paint);
  const checked = acceptance ? t('{0}; {1} accepted', counted, numberText(acceptance.count)) : counted;
  const others = otherFiles(summary, localizer);
  const parts = [checked];
  if (summary.inPart === 1) parts.push(t('1 file was read only in part'));
  if (summary.inPart > 1) parts.push(t('{0} files were read only in part', numberText(summary.inPart)));
  if (others.length > 0) parts.push(t('not checked: {0}', others.join(t(', '))));
  return parts.join(t('; '));
}

function checkedText(summary: Summary, localizer: Localizer, paint: Paint): string {
  const { t } = localizer;
  const { filesWithFindings } = summary;
  const files = summary.byKind.traces;
  if (files === 0) return t('No trace files found');
  const traces = tracesText(summary.traces, localizer);
  if (filesWithFindings === 0)
    return files === 1
      ? t('No findings in 1 trace file ({0})', traces)
      : t('No findings in {0} trace files ({1})', numberText(files), traces);
  const found = foundText(summary, localizer, paint);
  if (files === 1) return t('{0} in 1 trace file ({1})', found, traces);
  return filesWithFindings === files
    ? t('{0} in {1} trace files ({2})', found, numberText(files), traces)
    : t(
        '{0} in {1} of {2} trace files ({3})',
        found,
        numberText(filesWithFindings),
        numberText(files),
        traces,
      );
}

function foundText({ bySeverity }: Summary, localizer: Localizer, paint: Paint): string {
  return severities
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) =>
      paint(severityStyles[severity], severityCount(severity, bySeverity[severity], localizer)),
    )
    .join(localizer.t(', '));
}

/** What was not checked: digests, files without traces, and files that could not be read. */
function otherFiles({ byKind: { digest, other, unreadable } }: Summary, { t }: Localizer): readonly string[] {
  return [
    ...counted(digest, t('1 digest file'), t('{0} digest files', numberText(digest))),
    ...counted(other, t('1 file without traces'), t('{0} files without traces', numberText(other))),
    ...counted(unreadable, t('1 unreadable file'), t('{0} unreadable files', numberText(unreadable))),
  ];
}

function counted(count: number, one: string, many: string): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? one : many];
}
