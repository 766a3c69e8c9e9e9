import type { Rating } from '../../record/outcome';
import type { Language, Localizer } from '../../text/localization';

/** The rating in a sentence, in Chinese with its name there: `incident（事故）`. */
export function ratingText(rating: Rating, language: Language): string {
  return language === 'en' ? rating : `${rating}（${chineseNames[rating]}）`;
}

/** Says that a trace failed, as lists and hovers name it; `undefined` if its rating does not say so. */
export function findFailureText(rating: Rating | undefined, { t }: Localizer): string | undefined {
  if (rating === 'incident') return t('failed (incident)');
  return rating === 'warning' ? t('failed') : undefined;
}

const chineseNames: Readonly<Record<Rating, string>> = {
  normal: '正常',
  warning: '警告',
  incident: '事故',
};
