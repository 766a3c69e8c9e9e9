import type { Localizer } from '../../text/localization';
import { type Line, text } from '../../text/markdown';
import type { LikelyCounterpart, LikelyCounterparts } from '../parts/explanation';
import { durationText } from '../parts/moments';
import { joinClauses, labelled } from '../parts/phrases';

/** Further ones are only counted. */
const maxListed = 3;

/** Locates the counterparts, which are likely only; empty if none were searched for. */
export function counterpartLine(counterparts: LikelyCounterparts | undefined, localizer: Localizer): Line {
  if (counterparts === undefined) return [];
  const { t } = localizer;
  const label =
    counterparts.side === 'glance' ? t('Likely Glance counterpart:') : t('Likely IMS counterpart:');
  return labelled(label, [
    text(t('{0} (same resource within 10 minutes)', placesText(counterparts, localizer))),
  ]);
}

function placesText({ found }: LikelyCounterparts, localizer: Localizer): string {
  const { t } = localizer;
  if (found.length === 0) return t('none in this file');
  const more = found.length - maxListed;
  const places = found.slice(0, maxListed).map((counterpart) => placeText(counterpart, localizer));
  return joinClauses(more > 0 ? [...places, t('{0} more', more)] : places, localizer.language);
}

function placeText({ place, difference }: LikelyCounterpart, localizer: Localizer): string {
  const { t } = localizer;
  const length = difference === 0 ? t('same time') : signed(difference, durationText(difference, localizer));
  return place.kind === 'line'
    ? t('line {0}, {1}', place.number, length)
    : t('trace {0}, {1}', place.number, length);
}

function signed(difference: number, length: string): string {
  return `${difference < 0 ? '−' : '+'}${length}`;
}
