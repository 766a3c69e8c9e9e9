import { tracesText } from '../../assist/summary-line';
import type { MissingEvidence } from '../../evidence/coverage';
import { type OutcomeKind, outcomeKinds } from '../../evidence/input-outcome';
import { replaceControlCharacters } from '../../text/display-text';
import { type Localizer, numberText } from '../../text/localization';
import { type TimeZone, zonedTimeOf } from '../../text/zoned-time';
import type { BucketFile, BucketReport } from '../bucket-report';
import { missingLine, rangeText, seriesText } from '../coverage-lines';
import type { BucketNode } from './bucket-node';
import { capped, fileNode, fileTexts, type TreeSettings } from './node-rows';
import { spanTexts } from './span-texts';

/** What was read and what was not, from when to when, and what is missing. */
export function coverageNode(report: BucketReport, settings: TreeSettings): BucketNode {
  const { localizer } = settings;
  const { coverage, files, notes } = report;
  const children = (): readonly BucketNode[] => [
    ...outcomeKinds
      .filter((kind) => coverage.files[kind] > 0)
      .map((kind) => outcomeNode(kind, coverage.files[kind], files, localizer)),
    ...timeNodes(report, settings),
    ...missingNodes(report, localizer),
    ...notes.map((note, index) => ({ id: `note ${index}`, label: note, icon: 'info' })),
  ];
  return {
    id: 'coverage',
    label: localizer.t('Coverage'),
    icon: 'shield',
    description: tracesText(coverage.traces, localizer),
    children,
    isOpen: true,
  };
}

function timeNodes(
  { coverage: { first, last, untimed } }: BucketReport,
  { localizer, timeZone }: TreeSettings,
): readonly BucketNode[] {
  const { t } = localizer;
  const nodes: BucketNode[] = [];
  if (first !== undefined && last !== undefined)
    nodes.push({
      id: 'times',
      ...spanTexts(first, last, timeZone, localizer),
      tooltip: t('From {0} to {1}', timeText(first, timeZone), timeText(last, timeZone)),
      icon: 'calendar',
    });
  if (untimed > 0)
    nodes.push({
      id: 'untimed',
      label:
        untimed === 1
          ? t('1 trace has no readable time')
          : t('{0} traces have no readable time', numberText(untimed)),
      icon: 'question',
    });
  return nodes;
}

function timeText(at: number, timeZone: TimeZone): string {
  const { date, clock, zone } = zonedTimeOf(at, timeZone);
  return `${date} ${clock} ${zone}`;
}

/** A narrow row begins with what is missing. */
function missingTexts(
  missing: MissingEvidence,
  localizer: Localizer,
): { label: string; description?: string } {
  if (missing.kind === 'listed-file') {
    const { label, description = '' } = fileTexts(missing.object, undefined);
    return { label, description };
  }
  const series = replaceControlCharacters(seriesText(missing.series));
  return {
    label: missing.kind === 'empty-hours' ? series : localizer.t('Digest of {0}', series),
    description: rangeText(missing.range, localizer),
  };
}

function missingNodes({ coverage }: BucketReport, localizer: Localizer): readonly BucketNode[] {
  const { missing } = coverage;
  if (missing.length === 0) return [];
  const children = () =>
    capped(missing, localizer, 'missing', (each, index) => {
      const tooltip = replaceControlCharacters(missingLine(each, localizer));
      const icon = each.kind === 'empty-hours' ? 'question' : 'warning';
      return { id: `missing ${index}`, ...missingTexts(each, localizer), tooltip, icon };
    });
  return [
    {
      id: 'missing',
      label: localizer.t('Missing'),
      description: numberText(missing.length),
      icon: 'warning',
      children,
    },
  ];
}

function outcomeNode(
  kind: OutcomeKind,
  count: number,
  files: readonly BucketFile[],
  localizer: Localizer,
): BucketNode {
  const children = (): readonly BucketNode[] => {
    const numbered = files
      .map((file, index) => ({ file, index }))
      .filter(({ file }) => file.outcome.kind === kind);
    return capped(numbered, localizer, kind, ({ file, index }) =>
      fileNode(`${kind} ${file.path}`, file, index),
    );
  };
  return {
    id: `outcome ${kind}`,
    label: outcomeName(kind, localizer),
    description: numberText(count),
    icon: outcomeIcons[kind],
    children,
  };
}

const outcomeIcons: Readonly<Record<OutcomeKind, string>> = {
  read: 'pass',
  'read-in-part': 'warning',
  'no-traces': 'circle-slash',
  digest: 'verified',
  unreadable: 'error',
  'passed-over': 'debug-step-over',
};

function outcomeName(kind: OutcomeKind, { t }: Localizer): string {
  switch (kind) {
    case 'read':
      return t('Read');
    case 'read-in-part':
      return t('Read in part');
    case 'no-traces':
      return t('Without traces');
    case 'digest':
      return t('Digests');
    case 'unreadable':
      return t('Unreadable');
    case 'passed-over':
      return t('Skipped');
  }
}
