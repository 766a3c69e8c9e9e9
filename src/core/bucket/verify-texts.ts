import type { TimeRange } from '../evidence/delivery-gaps';
import type { FileVerdict } from '../evidence/file-verdict';
import { groupBy } from '../evidence/group-by';
import type { Series } from '../evidence/series';
import type { Verdict } from '../evidence/verdict';
import { replaceControlCharacters } from '../text/display-text';
import { type Localizer, numberText } from '../text/localization';
import { utc, zonedTimeOf } from '../text/zoned-time';
import { causeText } from './verdict-text';
import { countVerdicts, overallVerdict, type VerifyReport } from './verify-report';

/** The times that no digest covers, a line each. */
export function holeLines({ holes }: VerifyReport, localizer: Localizer): readonly string[] {
  const groups = groupBy(holes, ({ from, to, cause }) => `${from} ${to} ${cause}`);
  return [...groups.values()].flatMap((group) => {
    const [hole] = group;
    if (hole === undefined) return [];
    const { t } = localizer;
    const where = seriesTexts(group, localizer);
    return t('No digest covers {0} in {1}: {2}', rangeText(hole, t), where, causeText(hole.cause, localizer));
  });
}

/** From when to when digests reach, a line each. */
export function reachLines({ reaches }: VerifyReport, localizer: Localizer): readonly string[] {
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

/** What everything comes to. */
export function overallText(kind: ReturnType<typeof overallVerdict>, { t }: Localizer): string {
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
export function countsText(verdicts: readonly FileVerdict[], localizer: Localizer): string {
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

/** Why the verdicts on signatures may say nothing. */
export function doubtLines({ digests }: VerifyReport, { t }: Localizer): readonly string[] {
  if (!isKeyDoubtful(digests)) return [];
  return [t('No signature is right with this key. It may be the key of another region')];
}

/** What else a reader of the verdicts has to know. */
export function remarkLines({ hasKey, digests }: VerifyReport, { t }: Localizer): readonly string[] {
  if (digests.length === 0)
    return [
      t('Without digests nothing can be verified. CTS writes them if the tracker verifies trace files'),
    ];
  return [
    ...(hasKey ? [] : [t('Signatures not checked (no key given)')]),
    t('If later digests are missing, these files do not show it'),
    t('MD5 reveals accidents and simple tampering, but not a deliberate collision'),
  ];
}

export function verifyingTitle(names: readonly string[], { t }: Localizer): string {
  return t('Verifying {0}', replaceControlCharacters(names.join(', ')));
}

/** What a verification came to. */
export function verifyResultText(report: VerifyReport, localizer: Localizer): string {
  const { t } = localizer;
  return [
    overallText(overallVerdict(report), localizer),
    t('Trace files: {0}', countsText(report.files, localizer)),
    t('Digests: {0}', countsText(report.digests, localizer)),
    ...doubtLines(report, localizer),
  ].join(' · ');
}

export function cannotVerifyText({ t }: Localizer): string {
  return t(
    'Folders can be verified on the desktop only, as digests list MD5s. On any machine with Node.js: cts-trace verify',
  );
}
