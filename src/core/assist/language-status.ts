import type { PastedForm } from '../file/pasted-text';
import { severities, severityCount } from '../rules/severity';
import { type Localizer, numberText } from '../text/localization';
import { plainEntry, type StatusEntry, type StatusFacts } from './status-entry';
import {
  acceptedEntry,
  hiddenEntry,
  hintsEntry,
  outlineEntry,
  timeZoneEntry,
  trustEntry,
} from './status-limits';

/** The entries of the language status, the most important first; none for JSON that does not resemble traces. */
export function statusEntries(facts: StatusFacts, localizer: Localizer): readonly StatusEntry[] {
  if (facts.kind === 'other' && !facts.isLookAlike && facts.pastedForm === undefined) return [];
  const entries = [kindEntry(facts, localizer), formattedEntry(facts, localizer)];
  const traceEntries = [
    ...[shapeEntry, longLineEntry, hiddenEntry, hintsEntry, outlineEntry],
    ...[acceptedEntry, timeZoneEntry, trustEntry],
  ];
  const more = facts.kind === 'traces' ? traceEntries.map((toEntry) => toEntry(facts, localizer)) : [];
  return [...entries, ...more].filter((entry) => entry !== undefined);
}

function kindEntry(facts: StatusFacts, localizer: Localizer): StatusEntry {
  const { t } = localizer;
  const action = { kind: 'show-rules', title: t('Show Rules') } as const;
  const entry = { ...plainEntry, id: 'status', isBusy: facts.isChecking, action } as const;
  if (facts.isChecking) {
    const detail = facts.traceCount > 0 ? tracesText(facts.traceCount, localizer) : '';
    return { ...entry, text: t('Checking for CTS traces…'), detail };
  }
  switch (facts.kind) {
    case 'traces':
      return {
        ...entry,
        text: tracesText(facts.traceCount, localizer),
        detail: stateText(facts, localizer),
        isProminent: facts.damage?.kind === 'cut',
      };
    case 'digest':
      return {
        ...entry,
        text: t('CTS digest file'),
        detail: t('lists the checksums of trace files; contains no traces'),
        action: undefined,
      };
    case 'other':
      return facts.pastedForm === undefined
        ? { ...entry, text: t('Not a CTS trace file'), detail: t('no object has the fields of a trace') }
        : { ...entry, ...pastedTexts(facts.pastedForm, localizer), action: undefined };
  }
}

/** What the form is, and how to get JSON. */
export function pastedTexts(form: PastedForm, { t }: Localizer): Pick<StatusEntry, 'text' | 'detail'> {
  switch (form) {
    case 'names-and-values':
      return {
        text: t('CTS trace as plain text'),
        detail: t('open "View Trace" in the console and copy the JSON'),
      };
    case 'single-quotes':
      return { text: t('CTS trace as a Python dict'), detail: t('print it with json.dumps') };
    case 'unquoted-keys':
      return {
        text: t('CTS trace with unquoted keys'),
        detail: t('print it with JSON.stringify'),
      };
    case 'quoted-lines':
      return { text: t('Quoted CTS trace'), detail: t('remove the ">" from each line') };
    case 'lost-underscores':
      return {
        text: t('CTS trace with altered field names'),
        detail: t('the underscores are missing'),
      };
  }
}

function tracesText(count: number, { t }: Localizer): string {
  return count === 1 ? t('1 CTS trace') : t('{0} CTS traces', numberText(count));
}

/** A damaged file is never said to have no findings: the editor may report what is broken itself. */
function stateText(facts: StatusFacts, localizer: Localizer): string {
  const { damage, counts } = facts;
  if (damage === undefined) return countsText(facts, localizer);
  const text = damageText(damage, localizer);
  return severities.some((severity) => counts[severity] > 0)
    ? `${text} · ${countsText(facts, localizer)}`
    : text;
}

/** What is wrong with the JSON, and where. */
export function damageText({ kind, place }: NonNullable<StatusFacts['damage']>, { t }: Localizer): string {
  const { unit, number } = place;
  if (unit === 'line')
    return kind === 'cut' ? t('cut off at line {0}', number) : t('broken JSON at line {0}', number);
  return kind === 'cut' ? t('cut off at column {0}', number) : t('broken JSON at column {0}', number);
}

/** `1 error · 3 warnings` */
export function countsText({ counts }: Pick<StatusFacts, 'counts'>, localizer: Localizer): string {
  const texts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => severityCount(severity, counts[severity], localizer));
  return texts.length === 0 ? localizer.t('no findings') : texts.join(' · ');
}

function formattedEntry({ formattedOf }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (formattedOf === undefined) return undefined;
  return {
    ...plainEntry,
    id: 'formatted',
    text: t('Formatted view'),
    detail: t('read-only view of {0}', formattedOf),
    action: { kind: 'show-original', title: t('Show Original') },
  };
}

function shapeEntry(
  { valueSequence, isOneValueExpected, formattedOf }: StatusFacts,
  { t }: Localizer,
): StatusEntry | undefined {
  if (
    formattedOf !== undefined ||
    !isOneValueExpected ||
    valueSequence === 'single' ||
    valueSequence === 'other'
  )
    return undefined;
  return {
    ...plainEntry,
    id: 'shape',
    text: valueSequence === 'lines' ? t('One value per line') : t('Several JSON values'),
    detail: t('a JSON file may have only one'),
    isProminent: true,
    action: { kind: 'treat-as-json-lines', title: t('Treat as JSON Lines') },
  };
}

function longLineEntry({ longLine, formattedOf }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (longLine === undefined || formattedOf !== undefined) return undefined;
  return {
    ...plainEntry,
    id: 'line',
    text: t('Line of {0} characters', numberText(longLine)),
    detail: t('not coloured, not shown in full'),
    isProminent: true,
    action: { kind: 'open-formatted', title: t('Open Formatted') },
  };
}
