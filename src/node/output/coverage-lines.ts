import type { Coverage, MissingEvidence } from '../../core/evidence/coverage';
import type { TimeRange } from '../../core/evidence/delivery-gaps';
import type { Series } from '../../core/evidence/series';
import { replaceControlCharacters } from '../../core/text/display-text';
import { type Localizer, numberText } from '../../core/text/localization';
import { utc, zonedTimeOf } from '../../core/text/zoned-time';

/** More of what is missing is only counted. */
const maxShown = 20;

/** What was read and what is missing, a line each; none if there is nothing to say. */
export function coverageLines(coverage: Coverage, localizer: Localizer): readonly string[] {
  return [...rangeLines(coverage, localizer), ...missingLines(coverage, localizer)].map(
    replaceControlCharacters,
  );
}

function rangeLines({ first, last, untimed }: Coverage, { t }: Localizer): readonly string[] {
  const lines: string[] = [];
  if (first !== undefined && last !== undefined && first !== last)
    lines.push(t('Traces from {0} to {1} (UTC)', timeText(first), timeText(last)));
  if (untimed === 1) lines.push(t('1 trace has no readable time'));
  if (untimed > 1) lines.push(t('{0} traces have no readable time', numberText(untimed)));
  return lines;
}

function missingLines({ missing }: Coverage, localizer: Localizer): readonly string[] {
  const shown = missing.slice(0, maxShown).map((each) => missingLine(each, localizer));
  const left = missing.length - shown.length;
  return left === 0 ? shown : [...shown, localizer.t('… and {0} more that are missing', numberText(left))];
}

function missingLine(missing: MissingEvidence, { t }: Localizer): string {
  switch (missing.kind) {
    case 'empty-hours':
      return t(
        'Missing? No file of {0} from {1}, although there are files before and after',
        seriesText(missing.series),
        rangeText(missing.range),
      );
    case 'hours-without-digest':
      return t('Missing: no digest of {0} from {1}', seriesText(missing.series), rangeText(missing.range));
    case 'listed-file':
      return t('Missing: "{0}", which a digest lists', missing.object);
  }
}

function seriesText({ region, tracker, service }: Series): string {
  return [region, tracker, service].filter((part) => part !== undefined && part !== '').join('/');
}

function rangeText({ from, to }: TimeRange): string {
  return `${timeText(from)} – ${timeText(to)}`;
}

function timeText(at: number): string {
  const { date, clock } = zonedTimeOf(at, utc);
  return `${date} ${clock}`;
}
