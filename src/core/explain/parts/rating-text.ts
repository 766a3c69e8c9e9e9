import type { Rating } from '../../record/outcome';
import type { Language } from '../../text/localization';

/** The rating in a sentence, in Chinese with its name there: `incident（事故）`. */
export function ratingText(rating: Rating, language: Language): string {
  return language === 'en' ? rating : `${rating}（${chineseNames[rating]}）`;
}

const chineseNames: Readonly<Record<Rating, string>> = {
  normal: '正常',
  warning: '警告',
  incident: '事故',
};
