import { isMasked } from '../../record/already-masked';
import type { Trace } from '../../record/trace';
import { clockTolerance, findUuidVersion, readTraceClock } from '../../record/trace-id';
import type { Localizer } from '../../text/localization';
import { code, fill, type Line, lines, text } from '../../text/markdown';
import type { ExplainValue } from '../parts/explanation';
import { durationText, momentText } from '../parts/moments';
import { heading } from '../parts/phrases';
import { findMoment } from './time-value';

/** Explains `trace_id` by the timestamp in a version 1 UUID. */
export const explainTraceId: ExplainValue = (value, trace, { localizer, timeZone }) => {
  if (typeof value !== 'string' || isMasked(value)) return undefined;
  const version = findUuidVersion(value);
  if (version === undefined) return undefined;
  const clock = readTraceClock(value);
  if (clock === undefined) {
    return [
      lines(heading('trace_id', text(localizer.t('Version {0} UUID without a usable timestamp', version)))),
    ];
  }
  const made = text(localizer.t('Version 1 UUID, generated at {0}', momentText(clock, timeZone)));
  return [lines(heading('trace_id', made), comparisonLine(clock, trace, localizer))];
};

function comparisonLine(clock: number, trace: Trace, localizer: Localizer): Line {
  const { t } = localizer;
  const field = findMoment(trace, 'record_time') === undefined ? 'time' : 'record_time';
  const moment = findMoment(trace, field);
  if (moment === undefined) return [text(t('The record has no readable time to compare with'))];
  const difference = clock - moment;
  if (Math.abs(difference) < 1000) return fill(t('Matches {0}'), code(field));
  const length = text(durationText(difference, localizer));
  const compared = fill(difference > 0 ? t('{0} after {1}') : t('{0} before {1}'), length, code(field));
  if (Math.abs(difference) <= clockTolerance) return compared;
  return fill(t('{0}: an edited record, or a wrong unit or time zone'), compared);
}

/** Made by oslo.middleware for any OpenStack service, so the id does not tell the service. */
const openStackRequest = /^req-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Explains a `request_id` whose format is known. */
export const explainRequestId: ExplainValue = (value, _trace, { localizer: { t } }) => {
  if (value === 'null') {
    return [lines(heading('request_id', text(t('The string "null": the service recorded no request ID'))))];
  }
  if (typeof value !== 'string' || !openStackRequest.test(value)) return undefined;
  const meaning = t(
    'OpenStack request ID. Quote it to support; in your own OpenStack, search for it in the logs of the service and of the services it called',
  );
  return [lines(heading('request_id', code(value)), [text(meaning)])];
};
