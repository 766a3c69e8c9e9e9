import { type Group, reasonsOf } from '../../../core/rows/summary';
import type { SummaryKey } from '../../../core/rows/summary-key';
import { notableText } from '../../../core/rules/notable-event';
import { replaceControlCharacters } from '../../../core/text/display-text';
import { type Localizer, numberText } from '../../../core/text/localization';
import { cutToWidth } from '../table';
import { type CountColumn, countOf } from './summary-columns';

/** Of each group by these keys there is only one, so that its number says nothing. */
const soleColumns: Readonly<Partial<Record<SummaryKey, CountColumn>>> = {
  event: 'events',
  resource: 'resources',
  ip: 'ips',
};

/** The counts of a table by some key, with their headings. */
export function countHeadings(by: SummaryKey, { t }: Localizer): readonly (readonly [CountColumn, string])[] {
  const all: readonly (readonly [CountColumn, string])[] = [
    ['count', t('traces')],
    ['changes', t('changes')],
    ['failures', t('failed')],
    ['notable', t('notable')],
    ['events', t('events')],
    ['resources', t('resources')],
    ['ips', t('IPs')],
  ];
  return all.filter(([column]) => column !== soleColumns[by]);
}

export function keyHeading(by: SummaryKey, { t }: Localizer): string {
  switch (by) {
    case 'user':
      return t('user');
    case 'account':
      return t('account');
    case 'access-key':
      return t('access key');
    case 'ip':
      return t('source IP');
    case 'agent':
      return t('user agent');
    case 'service':
      return t('service');
    case 'event':
      return t('event');
    case 'resource':
      return t('resource');
  }
}

/** In terminal cells. What is longer is whole in the other formats. */
const maxKeyWidth = 80;
const maxNameWidth = 40;

export function keyText({ key, within }: Group, { t }: Localizer): string {
  if (key === undefined) return t('(not recorded)');
  const shown = cutToWidth(replaceControlCharacters(key), maxKeyWidth);
  return within === undefined ? shown : t('{0} ({1})', shown, nameText(within));
}

export function countText(group: Group, column: CountColumn): string {
  const { value, isLeast } = countOf(group, column);
  return isLeast ? `>${numberText(value - 1)}` : numberText(value);
}

/** The names, the reasons with most traces first, and what is not in the first and last time. */
export function detailText(group: Group, localizer: Localizer): string {
  const { names, hasMoreNames, untimed } = group;
  const { t } = localizer;
  const shownNames = [...names.map(nameText), ...(hasMoreNames ? ['…'] : [])];
  const reasons = [...reasonsOf(group)].sort(([, one], [, other]) => other - one);
  return [
    shownNames.join(t(', ')),
    reasons.map(([id, count]) => t('{0}: {1}', notableText(id, localizer), numberText(count))).join(t('; ')),
    untimed === 0 ? '' : t('without a time: {0}', numberText(untimed)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function nameText(name: string): string {
  return cutToWidth(replaceControlCharacters(name), maxNameWidth);
}

/** `2026-11-20 03:04` */
export function minuteText(epochMilliseconds: number | undefined): string {
  if (epochMilliseconds === undefined) return '';
  return new Date(epochMilliseconds).toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-11-20 03:04 – 2026-11-21 05:06 UTC` */
export function spanText({ first, last }: Group): string {
  const times = [minuteText(first), minuteText(last)].filter((text) => text !== '');
  return times.length === 0 ? '' : `${[...new Set(times)].join(' – ')} UTC`;
}
