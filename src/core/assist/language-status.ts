import type { FileKind } from '../check/checked-file';
import type { ValueSequence } from '../file/value-sequence';
import type { Severity } from '../rules/severity';
import type { Localizer } from '../text/localization';
import { maxOutlined } from './outline';

/** What is known of the document in front of the user. */
export interface StatusFacts {
  readonly kind: FileKind;
  /** Whether anything in it reminds of traces, where it holds none. */
  readonly isLookAlike: boolean;
  readonly isChecking: boolean;
  readonly traceCount: number;
  /** How many findings there are, folded ones included. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many findings the editor was given. */
  readonly shownCount: number;
  readonly valueSequence: ValueSequence;
  /** Whether the editor's own JSON support checks the document, which takes one value a file. */
  readonly isOneValueExpected: boolean;
  /** The length of a line that the editor does not colour. */
  readonly longLine: number | undefined;
  readonly isTrusted: boolean;
  /** The name of the file that the document is the formatted view of. */
  readonly formattedOf: string | undefined;
}

/** What a status can offer. */
export type StatusAction =
  | 'show-rules'
  | 'show-original'
  | 'treat-as-json-lines'
  | 'open-formatted'
  | 'manage-trust';

/** One line of the language status. */
export interface StatusEntry {
  readonly id: 'status' | 'formatted' | 'shape' | 'line' | 'limits' | 'trust';
  readonly text: string;
  readonly detail: string;
  /** Whether it is worth a mark in the status bar. */
  readonly isProminent: boolean;
  readonly isBusy: boolean;
  readonly action: { readonly kind: StatusAction; readonly title: string } | undefined;
}

/**
 * What the language status says of a document, the most important first; nothing of JSON that has nothing to do with
 * traces.
 */
export function statusEntries(facts: StatusFacts, localizer: Localizer): readonly StatusEntry[] {
  if (facts.kind === 'other' && !facts.isLookAlike) return [];
  const said = [kindEntry(facts, localizer), formattedEntry(facts, localizer)];
  const ofTraces = [shapeEntry, longLineEntry, limitsEntry, trustEntry];
  const more = facts.kind === 'traces' ? ofTraces.map((entry) => entry(facts, localizer)) : [];
  return [...said, ...more].filter((entry) => entry !== undefined);
}

const quiet = { isProminent: false, isBusy: false, action: undefined } as const;

function kindEntry(facts: StatusFacts, localizer: Localizer): StatusEntry {
  const { t } = localizer;
  const action = { kind: 'show-rules', title: t('Show Rules') } as const;
  const entry = { ...quiet, id: 'status', isBusy: facts.isChecking, action } as const;
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
        detail: t('it vouches for trace files and holds no traces'),
        action: undefined,
      };
    case 'other':
      return {
        ...entry,
        text: t('Not a CTS trace file'),
        detail: t('no object has the keys of a trace'),
      };
  }
}

function tracesText(count: number, { t }: Localizer): string {
  return count === 1 ? t('1 CTS trace') : t('{0} CTS traces', numberText(count));
}

function countsText({ counts }: StatusFacts, { t }: Localizer): string {
  const texts = [
    plural(counts.error, t('1 error'), t('{0} errors', numberText(counts.error))),
    plural(counts.warning, t('1 warning'), t('{0} warnings', numberText(counts.warning))),
    plural(counts.information, t('1 note'), t('{0} notes', numberText(counts.information))),
    plural(counts.hint, t('1 quiet hint'), t('{0} quiet hints', numberText(counts.hint))),
  ].filter((text) => text !== '');
  return texts.length === 0 ? t('no findings') : texts.join(' · ');
}

function plural(count: number, one: string, many: string): string {
  if (count === 0) return '';
  return count === 1 ? one : many;
}

function formattedEntry({ formattedOf }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (formattedOf === undefined) return undefined;
  return {
    ...quiet,
    id: 'formatted',
    text: t('Formatted view'),
    detail: t('read-only, of {0}', formattedOf),
    action: { kind: 'show-original', title: t('Show Original') },
  };
}

function shapeEntry(
  { valueSequence: order, isOneValueExpected, formattedOf }: StatusFacts,
  { t }: Localizer,
): StatusEntry | undefined {
  if (formattedOf !== undefined || !isOneValueExpected || order === 'single' || order === 'other')
    return undefined;
  return {
    ...quiet,
    id: 'shape',
    text: order === 'lines' ? t('One value a line') : t('Several values in a row'),
    detail: t('JSON allows only one value'),
    isProminent: true,
    action: { kind: 'treat-as-json-lines', title: t('Treat as JSON Lines') },
  };
}

function longLineEntry({ longLine, formattedOf }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (longLine === undefined || formattedOf !== undefined) return undefined;
  return {
    ...quiet,
    id: 'line',
    text: t('Line of {0} characters', numberText(longLine)),
    detail: t('not coloured, and shown in part'),
    isProminent: true,
    action: { kind: 'open-formatted', title: t('Open Formatted') },
  };
}

function limitsEntry(facts: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  const { counts, shownCount, traceCount, isChecking } = facts;
  const found = counts.error + counts.warning + counts.information + counts.hint;
  const limits: string[] = [];
  if (!isChecking && found > shownCount) limits.push(t('findings alike are folded'));
  if (traceCount > maxOutlined) limits.push(t('outline to trace {0}', numberText(maxOutlined)));
  if (limits.length === 0) return undefined;
  return { ...quiet, id: 'limits', text: t('Shown in part'), detail: limits.join(' · ') };
}

function trustEntry({ isTrusted }: StatusFacts, { t }: Localizer): StatusEntry | undefined {
  if (isTrusted) return undefined;
  return {
    ...quiet,
    id: 'trust',
    text: t('Restricted Mode'),
    detail: t("the folder's rule settings are ignored"),
    action: { kind: 'manage-trust', title: t('Manage Trust') },
  };
}

/** With commas between thousands, which both languages use. */
function numberText(value: number): string {
  return value.toLocaleString('en-US');
}
