import { reasonText, verdictName } from '../../../core/bucket/verdict-text';
import { overallVerdict, type VerifyReport } from '../../../core/bucket/verify-report';
import {
  countsText,
  doubtLines,
  holeLines,
  overallText,
  reachLines,
  remarkLines,
} from '../../../core/bucket/verify-texts';
import type { FileVerdict } from '../../../core/evidence/file-verdict';
import { groupBy } from '../../../core/evidence/group-by';
import type { Verdict } from '../../../core/evidence/verdict';
import { replaceControlCharacters } from '../../../core/text/display-text';
import { type Localizer, numberText } from '../../../core/text/localization';
import type { Paint, Style } from '../colours';

/** Of files that are not covered or cannot be checked for the same reason, more are only counted. */
const maxShown = 20;

/** The format for people: a line for each file that does not hold, then the times that nothing covers, then the sums. */
export function* verifyPretty(report: VerifyReport, localizer: Localizer, paint: Paint): Generator<string> {
  const { files, digests } = report;
  for (const group of inGroups([...files, ...digests])) yield* groupLines(group, localizer, paint);
  for (const line of [...holeLines(report, localizer), ...reachLines(report, localizer)])
    yield `${replaceControlCharacters(line)}\n`;
  yield `${summaryLine(report, localizer, paint)}\n`;
  for (const line of [...doubtLines(report, localizer), ...remarkLines(report, localizer)])
    yield `${paint('dim', line)}\n`;
}

const styles: Readonly<Record<Verdict['kind'], Style>> = {
  holds: 'bold',
  'does-not-hold': 'red',
  'cannot-be-checked': 'yellow',
  'not-covered': 'yellow',
};

/** Verdicts of the same kind and reason together, the gravest kind first; none that hold. */
function inGroups(verdicts: readonly FileVerdict[]): readonly (readonly FileVerdict[])[] {
  const order: readonly Verdict['kind'][] = ['does-not-hold', 'cannot-be-checked', 'not-covered'];
  return order.flatMap((kind) => {
    const ofKind = verdicts.filter(({ verdict }) => verdict.kind === kind);
    if (kind === 'does-not-hold') return ofKind.length === 0 ? [] : [ofKind];
    return [...groupBy(ofKind, ({ verdict }) => (verdict.kind === 'holds' ? '' : verdict.reason)).values()];
  });
}

function* groupLines(group: readonly FileVerdict[], localizer: Localizer, paint: Paint): Generator<string> {
  const kind = group[0]?.verdict.kind ?? 'holds';
  const shown = kind === 'does-not-hold' ? group : group.slice(0, maxShown);
  for (const one of shown) {
    const name = paint('bold', replaceControlCharacters(one.path ?? one.object ?? ''));
    const verdict = paint(styles[kind], verdictName(kind, localizer));
    const reason = replaceControlCharacters(reasonText(one, localizer));
    yield `${name}: ${localizer.t('{0}: {1}', verdict, reason)}\n`;
  }
  const left = group.length - shown.length;
  if (left > 0)
    yield `  ${localizer.t("… and {0} more like this; '--format json' lists all", numberText(left))}\n`;
}

function summaryLine(report: VerifyReport, localizer: Localizer, paint: Paint): string {
  const { t } = localizer;
  const kind = overallVerdict(report);
  return [
    paint(kind === 'holds' ? 'green' : styles[kind], overallText(kind, localizer)),
    t('Trace files: {0}', countsText(report.files, localizer)),
    t('Digests: {0}', countsText(report.digests, localizer)),
  ].join(' · ');
}
