import type { ReportingDescriptor } from 'sarif';
import englishDocument from '../../../../docs/rules.md';
import chineseDocument from '../../../../docs/rules.zh-cn.md';
import type { Rule } from '../../../core/rules/rule';
import { rules } from '../../../core/rules/rules';
import type { Severity } from '../../../core/rules/severity';
import type { Language } from '../../../core/text/localization';
import { type RuleChapter, readRuleChapters } from './rule-chapters';

/** All rules as SARIF describes them, in the order of {@link ruleIndexOf}. */
export function ruleDescriptors(language: Language): ReportingDescriptor[] {
  const chapters = readRuleChapters(language === 'en' ? englishDocument : chineseDocument);
  return rules.map((rule) => toDescriptor(rule, chapters.get(rule.id)));
}

export function ruleIndexOf(id: string): number {
  return rules.findIndex((rule) => rule.id === id);
}

/** SARIF knows three levels. */
export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

function toDescriptor({ id, level }: Rule, chapter: RuleChapter | undefined): ReportingDescriptor {
  const defaults = level === 'off' ? { enabled: false } : { level: levelOf(level) };
  const name = id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { id, name, ...(chapter && descriptionsOf(chapter)), defaultConfiguration: defaults };
}

function descriptionsOf({ brief, full, text, markdown }: RuleChapter) {
  return {
    shortDescription: { text: brief },
    fullDescription: { text: full },
    help: { text, markdown },
  };
}
