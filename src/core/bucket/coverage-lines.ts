import { tracesText } from '../assist/summary-line';
import type { Coverage, MissingEvidence } from '../evidence/coverage';
import type { TimeRange } from '../evidence/delivery-gaps';
import type { Series } from '../evidence/series';
import { replaceControlCharacters } from '../text/display-text';
import { type Localizer, numberText } from '../text/localization';
import { utc, zonedTimeOf } from '../text/zoned-time';

/** More of what is missing is only counted. */
const maxShown = 20;

/** What was read and what is missing, a line each; none if there is nothing to say. */
export function coverageLines(coverage: Coverage, localizer: Localizer): readonly string[] {
  return [...rangeLines(coverage, localizer), ...missingLines(coverage, localizer)].map(
    replaceControlCharacters,
  );
}

/** How many files were read, and what became of the others: `Read 29,851 traces in 199 files; 120 digest files`. */
export function readLine({ files, traces }: Coverage, localizer: Localizer): string {
  const { t } = localizer;
  const withTraces = files.read + files['read-in-part'];
  const read =
    withTraces === 1
      ? t('Read {0} in 1 file', tracesText(traces, localizer))
      : t('Read {0} in {1} files', tracesText(traces, localizer), numberText(withTraces));
  const others = [
    ...counted(
      files['read-in-part'],
      t('1 of them in part'),
      t('{0} of them in part', files['read-in-part']),
    ),
    ...counted(files.digest, t('1 digest file'), t('{0} digest files', numberText(files.digest))),
    ...counted(
      files['no-traces'],
      t('1 file without traces'),
      t('{0} files without traces', numberText(files['no-traces'])),
    ),
    ...counted(
      files.unreadable,
      t('1 unreadable file'),
      t('{0} unreadable files', numberText(files.unreadable)),
    ),
    ...skippedFiles(files['passed-over'], localizer),
  ];
  return [read, ...others].join(t('; '));
}

/** What was not read on purpose. */
export function skippedFiles(count: number, { t }: Localizer): readonly string[] {
  return counted(count, t('1 file skipped'), t('{0} files skipped', numberText(count)));
}

function counted(count: number, one: string, many: string): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? one : many];
}

function rangeLines({ first, last, untimed }: Coverage, { t }: Localizer): readonly string[] {
  const lines: string[] = [];
  if (first !== undefined && last !== undefined && first !== last)
    lines.push(t('Traces from {0} to {1} (UTC)', timeText(first), timeText(last)));
  if (untimed === 1) lines.push(t('1 trace has no readable time'));
  if (untimed > 1) lines.push(t('{0} traces have no readable time', numberText(untimed)));
  return lines;
}

/** What is missing, a line each. */
export function missingLines({ missing }: Coverage, localizer: Localizer): readonly string[] {
  const shown = missing
    .slice(0, maxShown)
    .map((each) => replaceControlCharacters(missingLine(each, localizer)));
  const left = missing.length - shown.length;
  return left === 0 ? shown : [...shown, localizer.t('… and {0} more that are missing', numberText(left))];
}

export function missingLine(missing: MissingEvidence, localizer: Localizer): string {
  const { t } = localizer;
  switch (missing.kind) {
    case 'empty-hours':
      return t(
        'Possibly missing: files of {0} from {1}, as there are files before and after',
        seriesText(missing.series),
        rangeText(missing.range, localizer),
      );
    case 'hours-without-digest':
      return t(
        'Missing: no digest of {0} from {1}',
        seriesText(missing.series),
        rangeText(missing.range, localizer),
      );
    case 'listed-file':
      return t('Missing: "{0}", which a digest lists', missing.object);
  }
}

export function seriesText({ region, tracker, service }: Series): string {
  return [region, tracker, service].filter((part) => part !== undefined && part !== '').join('/');
}

export function rangeText({ from, to }: TimeRange, { t }: Localizer): string {
  const [start, end] = [zonedTimeOf(from, utc), zonedTimeOf(to, utc)];
  return start.date === end.date
    ? t('{0} {1} to {2} UTC', start.date, start.clock, end.clock)
    : t('{0} to {1} UTC', timeText(from), timeText(to));
}

function timeText(at: number): string {
  const { date, clock } = zonedTimeOf(at, utc);
  return `${date} ${clock}`;
}
