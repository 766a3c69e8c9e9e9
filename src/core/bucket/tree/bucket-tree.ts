import { severities } from '../../rules/severity';
import { numberText } from '../../text/localization';
import type { BucketReport, GroupList } from '../bucket-report';
import { acceptedNodes } from './accepted-nodes';
import type { BucketNode } from './bucket-node';
import { coverageNode } from './coverage-nodes';
import { ruleNode } from './finding-nodes';
import { accountNodes, resourceNodes, serviceNodes } from './group-nodes';
import type { TreeSettings } from './node-rows';

/** The rows of the view: coverage first, then findings, who, what, and on what. */
export function bucketTree(report: BucketReport, settings: TreeSettings): readonly BucketNode[] {
  const { t } = settings.localizer;
  const { groups } = report;
  return [
    coverageNode(report, settings),
    section('findings', t('Findings'), 'checklist', findingsDescription(report, settings), () =>
      report.rules.map((rule) => ruleNode(rule, report, settings)),
    ),
    ...acceptedNodes(report, settings),
    section('who', t('Who'), 'account', sizeOf(groups.user), () => accountNodes(groups, settings.localizer)),
    section('what', t('What'), 'symbol-event', sizeOf(groups.event), () =>
      serviceNodes(groups, settings.localizer),
    ),
    section('resources', t('Resources'), 'package', sizeOf(groups.resource), () =>
      resourceNodes(groups, settings.localizer),
    ),
  ];
}

/** How many users, events or resources there are. */
function sizeOf({ shown, hidden, isExact }: GroupList): string {
  const count = numberText(shown.length + hidden);
  return isExact ? count : `≤ ${count}`;
}

function section(
  id: string,
  label: string,
  icon: string,
  description: string | undefined,
  children: () => readonly BucketNode[],
): BucketNode {
  return { id, label, icon, description, children, isOpen: id === 'findings' };
}

function findingsDescription({ rules, counts }: BucketReport, { localizer }: TreeSettings): string {
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return rules.length === 0 ? localizer.t('none') : numberText(count);
}

/** How many findings ask for attention: errors and warnings. */
export function attentionCount({ counts }: BucketReport): number {
  return severities
    .filter((severity) => severity === 'error' || severity === 'warning')
    .reduce((sum, severity) => sum + counts[severity], 0);
}
