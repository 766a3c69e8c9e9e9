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
    throw new UsageError(
      t('Invalid value "{1}" for \'{0}\'; expected {2}', option, given, values.join(' | ')),
    );
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
        t('\'--rule\' expects "id=severity", not "{0}". Rules: {1}', given, ids.join(t(', '))),
      );
    if (!ids.includes(id)) throw new UsageError(unknownRule(id, ids, t));
    if (isRuleLevel(level)) return { ...before, [id]: level };
    const levels = [...severities, 'off'].join(' | ');
    throw new UsageError(t('Unknown severity "{1}" for \'--rule {0}\'; expected {2}', id, level, levels));
  };
}

function unknownRule(id: string, ids: readonly string[], t: Localizer['t']): string {
  const closest = findClosestName(id, ids);
  const all = ids.join(t(', '));
  return closest === undefined
    ? t('Unknown rule "{0}". Rules: {1}', id, all)
    : t('Unknown rule "{0}". Did you mean "{1}"? Rules: {2}', id, closest, all);
}

/** The name that was probably meant, whatever its letter case. */
export function findClosestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > 100) return undefined;
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 3)));
  return ranked.sort((a, b) => a.distance - b.distance)[0]?.candidate;
}
