import { acceptedCountText, shortTroubleText } from '../accepted/accepted-texts';
import { maxShown } from '../check/shown-quotas';
import { severityCount } from '../rules/severity';
import { type Localizer, numberText } from '../text/localization';
import { maxOutlined } from './outline';
import { plainEntry, type StatusEntry, type StatusFacts } from './status-entry';

/** How many findings the editor has no room for. */
export function hiddenEntry(
  { hiddenCount, isChecking }: StatusFacts,
  { t }: Localizer,
): StatusEntry | undefined {
  if (isChecking || hiddenCount === 0) return undefined;
  return {
    ...plainEntry,
    id: 'hidden',
    text: hiddenCount === 1 ? t('1 finding not shown') : t('{0} findings not shown', numberText(hiddenCount)),
    detail: t('the editor keeps {0} per file', numberText(maxShown)),
    action: { kind: 'show-findings', title: t('Show All') },
  };
}

/** The editor shows hints at their places only. */
export function hintsEntry(
  { counts, isChecking }: StatusFacts,
  localizer: Localizer,
): StatusEntry | undefined {
  if (isChecking || counts.hint === 0) return undefined;
  const { t } = localizer;
  return {
    ...plainEntry,
    id: 'hints',
    text: severityCount('hint', counts.hint, localizer),
    detail: t('not listed in Problems'),
    action: { kind: 'show-hints', title: t('Show Hints') },
  };
}

/** How many findings are accepted, or why none are. */
export function acceptedEntry(
  { acceptedCount, acceptedTrouble, isChecking }: StatusFacts,
  localizer: Localizer,
): StatusEntry | undefined {
  const { t } = localizer;
  if (acceptedTrouble !== undefined) {
    // Restricted Mode has an entry of its own
    if (acceptedTrouble === 'untrusted') return undefined;
    const text = t('Accepted findings not applied');
    const detail = shortTroubleText(acceptedTrouble, localizer);
    return { ...plainEntry, id: 'accepted', text, detail, isProminent: true };
  }
  if (isChecking || acceptedCount === 0) return undefined;
  return {
    ...plainEntry,
    id: 'accepted',
    text: acceptedCountText(acceptedCount, localizer),
    detail: t('not listed'),
    action: { kind: 'open-accepted', title: t('Open File') },
  };
}

/** Where the outline ends. */
export function outlineEntry({ traceCount }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (traceCount <= maxOutlined) return undefined;
  return {
    ...plainEntry,
    id: 'outline',
    text: t('Outline not complete'),
    detail: t('ends at trace {0} of {1}', numberText(maxOutlined), numberText(traceCount)),
  };
}

/** For the log, which is in English. */
export const unknownTimeZoneText = 'unknown time zone, times are in UTC';

/** Only in doubt: otherwise each time names its zone. */
export function timeZoneEntry({ timeZone }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (timeZone.doubt === undefined) return undefined;
  const action = { kind: 'set-time-zone', title: t('Set Time Zone') } as const;
  return timeZone.doubt === 'unknown'
    ? {
        ...plainEntry,
        id: 'zone',
        text: t('Unknown time zone'),
        detail: t('times are in UTC'),
        isProminent: true,
        action,
      }
    : {
        ...plainEntry,
        id: 'zone',
        text: t('Times in {0}', timeZone.timeZone),
        detail: t("the remote machine's time zone"),
        action,
      };
}

/** What Restricted Mode disables. */
export function trustEntry({ isTrusted }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (isTrusted) return undefined;
  return {
    ...plainEntry,
    id: 'trust',
    text: t('Restricted Mode'),
    detail: t('its rules and accepted findings are ignored'),
    action: { kind: 'manage-trust', title: t('Manage Trust') },
  };
}
