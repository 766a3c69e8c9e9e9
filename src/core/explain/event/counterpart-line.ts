import type { Voice } from '../../text/localization';
import { type Line, text } from '../../text/markdown';
import type { StatedCounterpart, StatedCounterparts } from '../parts/explanation';
import { durationText } from '../parts/moments';
import { joinClauses, labelled } from '../parts/phrases';

/** More are only counted. */
const mostStated = 3;

/** Where the record of the other side stands; empty where it was not looked for. That it belongs to it is likely only. */
export function counterpartLine(counterparts: StatedCounterparts | undefined, voice: Voice): Line {
  if (counterparts === undefined) return [];
  const { t } = voice;
  const label =
    counterparts.side === 'glance' ? t('Likely Glance counterpart:') : t('Likely IMS counterpart:');
  return labelled(label, [text(t('{0} (same resource within 10 minutes)', placesText(counterparts, voice)))]);
}

function placesText({ found }: StatedCounterparts, voice: Voice): string {
  const { t } = voice;
  if (found.length === 0) return t('none in this file');
  const more = found.length - mostStated;
  const places = found.slice(0, mostStated).map((counterpart) => placeText(counterpart, voice));
  return joinClauses(more > 0 ? [...places, t('{0} more', more)] : places, voice.language);
}

function placeText({ place, difference }: StatedCounterpart, voice: Voice): string {
  const { t } = voice;
  const length = difference === 0 ? t('same time') : signed(difference, durationText(difference, voice));
  return place.kind === 'line'
    ? t('line {0}, {1}', place.number, length)
    : t('trace {0}, {1}', place.number, length);
}

function signed(difference: number, length: string): string {
  return `${difference < 0 ? '−' : '+'}${length}`;
}
