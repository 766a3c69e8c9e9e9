import type { FileKind } from '../check/checked-file';
import type { PastedForm } from '../file/pasted-text';
import type { ValueSequence } from '../file/value-sequence';
import { type Severity, severities, severityCount } from '../rules/severity';
import type { ChosenTimeZone } from '../text/chosen-time-zone';
import { type Localizer, numberText } from '../text/localization';
import { maxOutlined } from './outline';

/** The state of the active document. */
export interface StatusFacts {
  readonly kind: FileKind;
  /** Whether it has no traces but resembles a trace file. */
  readonly isLookAlike: boolean;
  /** The form of a trace that is not JSON, if it has no other traces. */
  readonly pastedForm: PastedForm | undefined;
  readonly isChecking: boolean;
  readonly traceCount: number;
  /** The number of findings, folded ones included. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** The number of findings given to the editor. */
  readonly shownCount: number;
  readonly valueSequence: ValueSequence;
  /** Whether the editor's own JSON support validates the document: it allows one value per file. */
  readonly isOneValueExpected: boolean;
  /** The length of a line too long for the editor to highlight, in UTF-16 units. */
  readonly longLine: number | undefined;
  readonly isTrusted: boolean;
  /** What is to be known about the time zone of the times that are shown. */
  readonly timeZone: ChosenTimeZone;
  /** The original file name if the document is a formatted view. */
  readonly formattedOf: string | undefined;
}

export type StatusAction =
  | 'show-rules'
  | 'show-original'
  | 'treat-as-json-lines'
  | 'open-formatted'
  | 'manage-trust'
  | 'set-time-zone';

/** One line of the language status. */
export interface StatusEntry {
  readonly id: 'status' | 'formatted' | 'shape' | 'line' | 'limits' | 'zone' | 'trust';
  readonly text: string;
  readonly detail: string;
  /** Whether it is shown with the severity of a warning, which marks the status bar. */
  readonly isProminent: boolean;
  readonly isBusy: boolean;
  readonly action: { readonly kind: StatusAction; readonly title: string } | undefined;
}

/** The entries of the language status, the most important first; none for JSON that does not resemble traces. */
export function statusEntries(facts: StatusFacts, localizer: Localizer): readonly StatusEntry[] {
  if (facts.kind === 'other' && !facts.isLookAlike && facts.pastedForm === undefined) return [];
  const entries = [kindEntry(facts, localizer), formattedEntry(facts, localizer)];
  const traceEntries = [shapeEntry, longLineEntry, limitsEntry, timeZoneEntry, trustEntry];
  const more = facts.kind === 'traces' ? traceEntries.map((toEntry) => toEntry(facts, localizer)) : [];
  return [...entries, ...more].filter((entry) => entry !== undefined);
}

const defaults = { isProminent: false, isBusy: false, action: undefined } as const;

function kindEntry(facts: StatusFacts, localizer: Localizer): StatusEntry {
  const { t } = localizer;
  const action = { kind: 'show-rules', title: t('Show Rules') } as const;
  const entry = { ...defaults, id: 'status', isBusy: facts.isChecking, action } as const;
  if (facts.isChecking) {
    const detail = facts.traceCount > 0 ? tracesText(facts.traceCount, localizer) : '';
    return { ...entry, text: t('Checking for CTS traces…'), detail };
  }
  switch (facts.kind) {
    case 'traces':
      return {
        ...entry,
        text: tracesText(facts.traceCount, localizer),
        detail: countsText(facts, localizer),
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
    ...defaults,
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
    ...defaults,
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
    ...defaults,
    id: 'line',
    text: t('Line of {0} characters', numberText(longLine)),
    detail: t('not coloured, not shown in full'),
    isProminent: true,
    action: { kind: 'open-formatted', title: t('Open Formatted') },
  };
}

function limitsEntry(facts: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  const { counts, shownCount, traceCount, isChecking } = facts;
  const found = counts.error + counts.warning + counts.information + counts.hint;
  const limits: string[] = [];
  if (!isChecking && found > shownCount) limits.push(t('similar findings grouped'));
  if (traceCount > maxOutlined) limits.push(t('outline ends at trace {0}', numberText(maxOutlined)));
  if (limits.length === 0) return undefined;
  return { ...defaults, id: 'limits', text: t('Partly shown'), detail: limits.join(' · ') };
}

/** For the log, which is in English. */
export const unknownTimeZoneText = 'unknown time zone, times are in UTC';

/** Only in doubt: otherwise each time names its zone. */
function timeZoneEntry({ timeZone }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (timeZone.doubt === undefined) return undefined;
  const action = { kind: 'set-time-zone', title: t('Set Time Zone') } as const;
  return timeZone.doubt === 'unknown'
    ? {
        ...defaults,
        id: 'zone',
        text: t('Unknown time zone'),
        detail: t('times are in UTC'),
        isProminent: true,
        action,
      }
    : {
        ...defaults,
        id: 'zone',
        text: t('Times in {0}', timeZone.timeZone),
        detail: t("the remote machine's time zone"),
        action,
      };
}

function trustEntry({ isTrusted }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (isTrusted) return undefined;
  return {
    ...defaults,
    id: 'trust',
    text: t('Restricted Mode'),
    detail: t("the folder's rule settings are ignored"),
    action: { kind: 'manage-trust', title: t('Manage Trust') },
  };
}
