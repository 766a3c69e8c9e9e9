import type { Rating } from '../../record/outcome';
import type { Localizer } from '../../text/localization';
import { type Line, text } from '../../text/markdown';
import type { AsyncPlace, AsyncPlaces } from './explanation';
import { durationText } from './moments';
import { joinClauses, labelled } from './phrases';
import { findFailureText } from './rating-text';

/** Further ones are only counted. */
const maxListed = 3;

/** Locates the result of an accepted call, or the call of a result; empty if there is none. */
export function asyncLine(places: AsyncPlaces | undefined, localizer: Localizer): Line {
  if (places === undefined) return [];
  const { t, language } = localizer;
  const more = places.found.length - maxListed;
  const shown = places.found.slice(0, maxListed).map((place) => placeText(place, places.role, localizer));
  const clauses = more > 0 ? [...shown, t('{0} more', more)] : shown;
  const label = places.role === 'result' ? t('Result:') : t('Accepted call:');
  return labelled(label, [text(joinClauses(clauses, language))]);
}

function placeText(
  { place, difference, rating }: AsyncPlace,
  role: AsyncPlaces['role'],
  localizer: Localizer,
): string {
  const { t } = localizer;
  const duration = durationText(difference, localizer);
  const distance = difference < 0 ? t('{0} earlier', duration) : t('{0} later', duration);
  const located =
    place.kind === 'line'
      ? t('line {0}, {1}', place.number, distance)
      : t('trace {0}, {1}', place.number, distance);
  const verdict = role === 'result' ? verdictText(rating, localizer) : undefined;
  return verdict === undefined ? located : t('{0}, {1}', located, verdict);
}

function verdictText(rating: Rating | undefined, localizer: Localizer): string | undefined {
  return rating === 'normal' ? localizer.t('succeeded') : findFailureText(rating, localizer);
}
