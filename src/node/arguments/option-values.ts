import { rules } from '../../core/rules/rules';
import { isRuleLevel, type RuleLevels, severities } from '../../core/rules/severity';
import { editDistance } from '../../core/text/edit-distance';
import type { Localizer } from '../../core/text/localization';
import { UsageError } from './usage-error';

/**
 * Parses the value of an option that takes one of a few values.
 *
 * @throws {UsageError} that lists the values
 */
export function choiceOf<Value extends string>(values: readonly Value[], option: string, { t }: Localizer) {
  return (given: string): Value => {
    const found = values.find((value) => value === given);
    if (found !== undefined) return found;
    throw new UsageError(t('{0} does not know "{1}": it takes {2}', option, given, values.join(' | ')));
  };
}

/**
 * Parses `id=severity` and adds it to the values given before.
 *
 * @throws {UsageError} that lists the rules or severities
 */
export function ruleLevelOf({ t }: Localizer) {
  return (given: string, before: RuleLevels): RuleLevels => {
    const [id = '', ...rest] = given.split('=');
    const level = rest.join('=');
    const ids = rules.map((rule) => rule.id);
    if (rest.length === 0)
      throw new UsageError(
        t('--rule takes id=severity, not "{0}"; the rules are {1}', given, ids.join(t(', '))),
      );
    if (!ids.includes(id)) throw new UsageError(unknownRule(id, ids, t));
    if (isRuleLevel(level)) return { ...before, [id]: level };
    const levels = [...severities, 'off'].join(' | ');
    throw new UsageError(t('--rule {0} does not know the severity "{1}": it takes {2}', id, level, levels));
  };
}

function unknownRule(id: string, ids: readonly string[], t: Localizer['t']): string {
  const closest = findClosest(id, ids);
  const all = ids.join(t(', '));
  return closest === undefined
    ? t('there is no rule "{0}"; the rules are {1}', id, all)
    : t('there is no rule "{0}", the closest is {1}; the rules are {2}', id, closest, all);
}

function findClosest(name: string, known: readonly string[]): string | undefined {
  if (name.length > 100) return undefined;
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 3)));
  return ranked.sort((a, b) => a.distance - b.distance)[0]?.candidate;
}
