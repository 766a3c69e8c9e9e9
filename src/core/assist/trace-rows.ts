import type { TraceFacts } from '../record/trace-facts';
import { truncate } from '../text/display-text';
import { type Localizer, numberText } from '../text/localization';
import type { TimeZone } from '../text/zoned-time';
import { maxOutlined, missingText } from './outline';
import { isStrictId, type SoughtValue } from './sought-value';
import { datePartOf, traceLabel } from './trace-label';

/** A trace that was found. Numbers count from 0. */
export interface FoundTrace {
  readonly facts: TraceFacts;
  readonly number: number;
  readonly line: number;
}

/** A trace in a list to choose from, or a note. */
export interface TraceRow<Trace extends FoundTrace = FoundTrace> {
  readonly label: string;
  /** Where it is. */
  readonly description: string;
  /** `undefined` for a note. */
  readonly trace: Trace | undefined;
}

/** As many as in the outline; the caller only counts more. */
export const maxRows = maxOutlined;

export interface RowSettings {
  readonly localizer: Localizer;
  readonly timeZone: TimeZone;
  /** How many traces were found, including those that are not listed. */
  readonly count: number;
}

/** The traces in document order, with a note first if there are more. */
export function traceRows<Trace extends FoundTrace>(
  traces: readonly Trace[],
  { localizer, timeZone, count }: RowSettings,
): readonly TraceRow<Trace>[] {
  const { t } = localizer;
  const datePart = datePartOf(
    traces.map(({ facts }) => facts),
    timeZone,
  );
  const settings = { localizer, timeZone, datePart };
  const isOneLine = traces.every(({ line }) => line === traces[0]?.line);
  const rows = traces.map((trace) => {
    const { text, detail } = traceLabel(trace, settings);
    const place = isOneLine ? t('trace {0}', trace.number + 1) : t('line {0}', trace.line + 1);
    return { label: text, description: `${detail} · ${place}`, trace };
  });
  if (count <= traces.length) return rows;
  const note = missingText({ shown: traces.length, all: count }, localizer);
  return [{ label: note, description: '', trace: undefined }, ...rows];
}

/** The title of the list. An access key is never shown, nor what may be one. */
export function rowsTitle({ kind, value }: SoughtValue, { t }: Localizer): string {
  const shown = truncate(value, maxShownLength);
  switch (kind) {
    case 'user':
      return t('Traces with the user "{0}"', shown);
    case 'account':
      return t('Traces with the account "{0}"', shown);
    case 'name':
      return t('Traces with the name "{0}"', shown);
    case 'operation':
      return t('Traces with the operation "{0}"', shown);
    case 'address':
      return t('Traces with the address {0}', shown);
    case 'access-key':
      return t('Traces with this access key');
    case 'id':
      return isStrictId(value) ? t('Traces with the ID {0}', shown) : t('Traces with this ID');
  }
}

const maxShownLength = 60;

/** Invites to type into the list. */
export function rowsPrompt(count: number, { t }: Localizer): string {
  return count === 1
    ? t('1 trace in this file')
    : t('{0} traces in this file. Type a user, "failed" or a name to filter', numberText(count));
}

/** For the link in hovers. */
export function showTracesTitle({ t }: Localizer): string {
  return t('Show traces with this value');
}

/** Why nothing is listed. */
export function noValueText({ t }: Localizer): string {
  return t('Place the cursor on a user, ID, IP address or name of a trace');
}
