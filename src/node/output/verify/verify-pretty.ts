import type { TimeRange } from '../../../core/evidence/delivery-gaps';
import type { FileVerdict } from '../../../core/evidence/file-verdict';
import { groupBy } from '../../../core/evidence/group-by';
import type { Series } from '../../../core/evidence/series';
import type { Verdict } from '../../../core/evidence/verdict';
import { replaceControlCharacters } from '../../../core/text/display-text';
import { type Localizer, numberText } from '../../../core/text/localization';
import { utc, zonedTimeOf } from '../../../core/text/zoned-time';
import type { Paint, Style } from '../colours';
import { causeText, reasonText, verdictName } from './verdict-text';
import { countVerdicts, overallVerdict, type VerifyReport } from './verify-report';

/** Of files that are not covered or cannot be checked for the same reason, more are only counted. */
const maxShown = 20;

/** The format for people: a line for each file that does not hold, then the times that nothing covers, then the sums. */
export function* verifyPretty(report: VerifyReport, localizer: Localizer, paint: Paint): Generator<string> {
  const { files, digests } = report;
  for (const group of inGroups([...files, ...digests])) yield* groupLines(group, localizer, paint);
  for (const line of [...holeLines(report, localizer), ...reachLines(report, localizer)])
    yield `${replaceControlCharacters(line)}\n`;
  yield `${summaryLine(report, localizer, paint)}\n`;
  for (const line of remarkLines(report, localizer)) yield `${paint('dim', line)}\n`;
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

function holeLines({ holes }: VerifyReport, localizer: Localizer): readonly string[] {
  const groups = groupBy(holes, ({ from, to, cause }) => `${from} ${to} ${cause}`);
  return [...groups.values()].flatMap((group) => {
    const [hole] = group;
    if (hole === undefined) return [];
    const { t } = localizer;
    const where = seriesTexts(group, localizer);
    return t('No digest covers {0} in {1}: {2}', rangeText(hole, t), where, causeText(hole.cause, localizer));
  });
}

function reachLines({ reaches }: VerifyReport, localizer: Localizer): readonly string[] {
  const { t } = localizer;
  const groups = groupBy(reaches, ({ from, to, isFromStart }) => `${from} ${to} ${isFromStart}`);
  return [...groups.values()].flatMap((group) => {
    const [reach] = group;
    if (reach === undefined) return [];
    const range = rangeText(reach, t);
    const where = seriesTexts(group, localizer);
    return reach.isFromStart
      ? t('Covered by digests: {0} in {1}', range, where)
      : t('Covered by digests: {0} in {1}; earlier digests are not in this copy', range, where);
  });
}

/** How many folders are named. */
const maxFolders = 12;

function seriesTexts(all: readonly { readonly series: Series }[], { t }: Localizer): string {
  const names = all.map(({ series: { region, tracker, service } }) =>
    [region, tracker, service].filter((part) => part !== undefined && part !== '').join('/'),
  );
  const different = [...new Set(names)];
  const shown = different.slice(0, maxFolders).join(t(', '));
  const left = different.length - maxFolders;
  return left > 0 ? t('{0} and {1} more folders', shown, left) : shown;
}

function rangeText({ from, to }: TimeRange, t: Localizer['t']): string {
  const [start, end] = [zonedTimeOf(from, utc), zonedTimeOf(to, utc)];
  return start.date === end.date
    ? t('{0} {1}–{2} UTC', start.date, start.clock, end.clock)
    : t('{0} {1} – {2} {3} UTC', start.date, start.clock, end.date, end.clock);
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

function overallText(kind: ReturnType<typeof overallVerdict>, { t }: Localizer): string {
  switch (kind) {
    case 'holds':
      return t('The evidence holds');
    case 'does-not-hold':
      return t('The evidence does not hold');
    case 'cannot-be-checked':
      return t('Not all of the evidence could be checked');
  }
}

/** `9 of 12 hold, 2 do not hold, 1 not covered`; only counts above 0. */
function countsText(verdicts: readonly FileVerdict[], localizer: Localizer): string {
  const { t } = localizer;
  const counts = countVerdicts(verdicts);
  const others = (['does-not-hold', 'cannot-be-checked', 'not-covered'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => countText(kind, counts[kind], localizer));
  return [t('{0} of {1} hold', numberText(counts.holds), numberText(verdicts.length)), ...others].join(
    t(', '),
  );
}

function countText(kind: Exclude<Verdict['kind'], 'holds'>, count: number, { t }: Localizer): string {
  switch (kind) {
    case 'does-not-hold':
      return count === 1 ? t('1 does not hold') : t('{0} do not hold', numberText(count));
    case 'cannot-be-checked':
      return t('{0} cannot be checked', numberText(count));
    case 'not-covered':
      return t('{0} not covered', numberText(count));
  }
}

/** Whether signatures were checked and all of them are wrong: a forger would hardly have altered each digest. */
function isKeyDoubtful(digests: readonly FileVerdict[]): boolean {
  const isWrong = ({ verdict }: FileVerdict) =>
    verdict.kind === 'does-not-hold' && verdict.reason === 'signature-wrong';
  return digests.some(isWrong) && digests.every(({ verdict }) => verdict.kind !== 'holds');
}

function remarkLines({ hasKey, digests }: VerifyReport, { t }: Localizer): readonly string[] {
  if (digests.length === 0)
    return [
      t('Without digests nothing can be verified. CTS writes them if the tracker verifies trace files'),
    ];
  return [
    ...(hasKey ? [] : [t('Signatures not checked (no key given)')]),
    ...(isKeyDoubtful(digests)
      ? [t('No signature is right with this key. It may be the key of another region')]
      : []),
    t('If later digests are missing, these files do not show it'),
    t('MD5 reveals accidents and simple tampering, but not a deliberate collision'),
  ];
}
