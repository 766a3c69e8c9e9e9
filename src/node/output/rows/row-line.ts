import { findFailureText } from '../../../core/explain/parts/rating-text';
import type { Row } from '../../../core/rows/row';
import { isMomentExact, momentOf } from '../../../core/rows/row';
import { notableText } from '../../../core/rules/notable-event';
import { truncate } from '../../../core/text/display-text';
import type { Localizer } from '../../../core/text/localization';
import type { Paint } from '../colours';
import { timeText } from './row-columns';

/** A trace in a line for people: `file:line:column: time · who · event · resource · outcome`. */
export function rowLine(row: Row, localizer: Localizer, paint: Paint): string {
  return `${paint('bold', `${placeOf(row)}:`)} ${timedSentence(row, localizer, paint)}`;
}

/** The same in two lines for a terminal: paths of a bucket fill most of one, so that the place comes below. */
export function rowLines(row: Row, localizer: Localizer, paint: Paint): string {
  return `${timedSentence(row, localizer, paint)}\n    ${paint('dim', placeOf(row))}`;
}

function placeOf({ path, line, column }: Row): string {
  return `${shown(path)}:${line}:${column}`;
}

function timedSentence(row: Row, localizer: Localizer, paint: Paint): string {
  return `${timeOf(row, localizer)} · ${rowSentence(row, localizer, paint)}`;
}

/** Who did what, and how it ended. */
export function rowSentence(row: Row, localizer: Localizer, paint: Paint): string {
  const parts = [
    whoOf(row, localizer),
    joined([row.service, row.event]) ?? localizer.t('event without a name'),
    joined([row.resourceType, row.resourceName ?? row.resourceId]),
    outcomeOf(row, localizer, paint),
    notableOf(row, localizer),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function timeOf(row: Row, { t }: Localizer): string {
  // Without milliseconds, which are in the other formats
  const text = timeText(momentOf(row), isMomentExact(row));
  return text?.replace(/\.\d{3}(?=Z?$)/, '') ?? t('no time');
}

function whoOf({ user, account, userType, assumedBy }: Row, { t }: Localizer): string {
  if (user === undefined && userType === 'service') return t('the service itself');
  const name = user === undefined ? t('unknown user') : shown(user);
  const named = account === undefined ? name : t('{0} ({1})', name, shown(account));
  return assumedBy === undefined ? named : t('{0}, assumed by {1}', named, shown(assumedBy));
}

function outcomeOf(row: Row, localizer: Localizer, paint: Paint): string | undefined {
  const { rating, code, reason } = row;
  const { t } = localizer;
  const failure = findFailureText(rating, localizer);
  if (failure === undefined) return rating === undefined ? undefined : t('succeeded');
  const known = [code, reason].filter((part) => part !== undefined).map(shown);
  const text = known.length === 0 ? failure : t('{0}: {1}', failure, known.join(' '));
  return paint(rating === 'incident' ? 'red' : 'yellow', text);
}

/** Without the failure, which is there already. */
function notableOf({ notable }: Row, localizer: Localizer): string {
  return notable
    .filter((id) => id !== 'failed' && id !== 'sensitive-image-event')
    .map((id) => notableText(id, localizer))
    .join(localizer.t(', '));
}

function joined(values: readonly (string | undefined)[]): string | undefined {
  const known = values.filter((value) => value !== undefined).map(shown);
  return known.length === 0 ? undefined : known.join(' ');
}

/** In characters: what is longer is whole in the other formats. */
const maxShownLength = 200;

function shown(value: string): string {
  return truncate(value, maxShownLength);
}
