import { type Severity, severityName } from '../../rules/severity';
import { replaceControlCharacters } from '../../text/display-text';
import { numberText } from '../../text/localization';
import type { BucketReport, RuleCount } from '../bucket-report';
import type { BucketNode } from './bucket-node';
import { fileNode, moreNode, type TreeSettings } from './node-rows';

const severityIcons: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

/** A rule, with the files that have findings of it, and these. */
export function ruleNode(rule: RuleCount, { files }: BucketReport, settings: TreeSettings): BucketNode {
  const { localizer } = settings;
  const children = () =>
    rule.files.flatMap(({ file, count }) => {
      const found = files[file];
      if (found === undefined) return [];
      const id = `${rule.rule} ${rule.severity} ${found.path}`;
      const node = fileNode(id, found, file, numberText(count));
      const below = () => findingNodes(id, file, rule, settings);
      return { ...node, children: below, target: undefined };
    });
  const hidden = rule.fileCount - rule.files.length;
  return {
    id: `rule ${rule.rule} ${rule.severity}`,
    label: rule.rule,
    description: `${numberText(rule.count)} · ${severityName(rule.severity, localizer)}`,
    icon: severityIcons[rule.severity],
    children: () => [...children(), ...moreNode(`rule ${rule.rule}`, hidden, localizer)],
  };
}

function findingNodes(
  id: string,
  file: number,
  { rule, severity }: RuleCount,
  { findingsOf }: TreeSettings,
): readonly BucketNode[] {
  return findingsOf(file)
    .filter((finding) => finding.rule === rule && finding.severity === severity)
    .map(({ message, line, column, key }, index) => ({
      id: `${id} ${index}`,
      label: replaceControlCharacters(message),
      tooltip: replaceControlCharacters(message),
      description: `${line + 1}:${column + 1}`,
      icon: severityIcons[severity],
      target: { file, line, column },
      finding: key,
    }));
}
