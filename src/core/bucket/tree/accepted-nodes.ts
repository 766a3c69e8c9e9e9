import type { FindingKey } from '../../accepted/acceptance';
import { acceptanceText, unmatchedText } from '../../accepted/accepted-texts';
import { replaceControlCharacters } from '../../text/display-text';
import { numberText } from '../../text/localization';
import type { AcceptedFinding } from '../accepted-tally';
import type { BucketReport } from '../bucket-report';
import type { BucketNode } from './bucket-node';
import { capped, moreNode, type TreeSettings } from './node-rows';

/** Accepted findings, and those that are no longer found; nothing if there are none. */
export function acceptedNodes(report: BucketReport, settings: TreeSettings): readonly BucketNode[] {
  const { count, listed, unmatched = [] } = report.accepted;
  if (count === 0 && unmatched.length === 0) return [];
  const { localizer } = settings;
  const children = (): readonly BucketNode[] => [
    ...capped(listed, localizer, 'accepted', (finding, index) =>
      findingNode(finding, index, report, settings),
    ),
    ...moreNode('unlisted accepted', count - listed.length, localizer),
    ...unmatchedNodes(unmatched, settings),
  ];
  const label = localizer.t('Accepted');
  return [{ id: 'accepted', label, icon: 'check', description: numberText(count), children }];
}

function findingNode(
  { file, line, column, message, acceptance, rule, traceId, keyPath }: AcceptedFinding,
  index: number,
  { files }: BucketReport,
  { localizer }: TreeSettings,
): BucketNode {
  const path = replaceControlCharacters(files[file]?.path ?? '');
  const label = replaceControlCharacters(message);
  const why = acceptanceText(acceptance, localizer);
  return {
    id: `accepted ${index} ${rule} ${traceId} ${keyPath}`,
    label,
    description: why,
    tooltip: `${label}\n${why}\n${path}:${line + 1}:${column + 1}`,
    icon: 'check',
    isQuiet: true,
    target: { file, line, column },
    accepted: { rule, traceId, keyPath },
  };
}

function unmatchedNodes(
  unmatched: readonly FindingKey[],
  { localizer }: TreeSettings,
): readonly BucketNode[] {
  if (unmatched.length === 0) return [];
  const children = () =>
    capped(unmatched, localizer, 'unmatched', (key, index): BucketNode => {
      const { rule, traceId, keyPath } = key;
      return {
        id: `unmatched ${index} ${rule} ${traceId} ${keyPath}`,
        label: replaceControlCharacters(rule),
        description: replaceControlCharacters(`${keyPath} · ${traceId}`),
        tooltip: replaceControlCharacters(unmatchedText(key, localizer)),
        icon: 'question',
        accepted: key,
      };
    });
  const label = localizer.t('Not found here');
  return [{ id: 'unmatched', label, icon: 'question', description: numberText(unmatched.length), children }];
}
