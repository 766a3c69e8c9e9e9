import { isImsEvent } from '../catalog/catalog';
import type { GlanceCall, ImsEvent } from '../catalog/rows/row-types';
import type { ExplainSettings } from '../explain/parts/explanation';
import { findStatusName } from '../explain/parts/http-status';
import { momentText } from '../explain/parts/moments';
import { valueExplainers } from '../explain/value/value-explainers';
import type { LocatedTrace, TraceRange } from '../file/located-traces';
import { findStatus } from '../record/outcome';
import { readTime } from '../record/times';
import { findField, findString, type Trace } from '../record/trace';
import type { JsonValue } from '../text/json';
import { inLanguage } from '../text/localization';
import { toMarkdown } from '../text/markdown';
import { endOf } from '../text/span';
import { isSameOffset, utc, zonedTimeOf } from '../text/zoned-time';

/** A short label after a value that gives its meaning. */
export interface Inlay {
  /** The end of the value. */
  readonly offset: number;
  readonly label: string;
  /** The full explanation as Markdown, built on demand. */
  explain(): string;
}

/** Which kinds of inlay hints are enabled. */
export interface InlayChoice {
  readonly time: boolean;
  readonly glanceCall: boolean;
  readonly httpStatus: boolean;
}

export interface InlaySettings extends ExplainSettings {
  readonly choice: InlayChoice;
}

/**
 * Limits for one request, lengths in UTF-16 units. A window shows a few dozen traces at a time; but of a file that is
 * a single line of megabytes the editor requests everything, although it renders only the beginning of such a line.
 */
export const inlayLimits = { traces: 300, units: 512 * 1024, unitsOfTrace: 128 * 1024 } as const;

interface TraceFile {
  tracesIn(range: TraceRange): Iterable<LocatedTrace>;
}

/** The inlay hints in a range of a file, one trace at a time. Offsets count from the start of the file. */
export function* inlaysIn(
  file: TraceFile,
  { start, end }: Pick<TraceRange, 'start' | 'end'>,
  settings: InlaySettings,
): Generator<readonly Inlay[], void, undefined> {
  let traces = 0;
  let units = 0;
  for (const { trace, start: from } of file.tracesIn({ start, end, maxLength: inlayLimits.unitsOfTrace })) {
    units += trace.text.length;
    if (++traces > inlayLimits.traces || units > inlayLimits.units) return;
    const inlays = inlaysOf(trace, settings).map((inlay) => ({ ...inlay, offset: inlay.offset + from }));
    yield inlays.filter(({ offset }) => offset >= start && offset <= end);
  }
}

/** The inlay hints of a trace in document order. Offsets count from its first character. */
export function inlaysOf(trace: Trace, settings: InlaySettings): readonly Inlay[] {
  const enabled = hintKinds.filter(({ choice }) => settings.choice[choice]);
  const inlays = enabled.flatMap(({ field, findLabel }): readonly Inlay[] => {
    const { value, valueSpan } = findField(trace, field) ?? {};
    const label = value === undefined ? undefined : findLabel(value, trace, settings);
    if (value === undefined || valueSpan === undefined || label === undefined) return [];
    return [{ offset: endOf(valueSpan), label, explain: () => explain(field, value, trace, settings) }];
  });
  return inlays.sort((one, other) => one.offset - other.offset);
}

function explain(field: string, value: JsonValue, trace: Trace, settings: ExplainSettings): string {
  const document = valueExplainers.get(field)?.(value, trace, settings);
  return document === undefined ? '' : toMarkdown(document);
}

interface HintKind {
  readonly field: string;
  readonly choice: keyof InlayChoice;
  findLabel(value: JsonValue, trace: Trace, settings: ExplainSettings): string | undefined;
}

const hintKinds: readonly HintKind[] = [
  { field: 'time', choice: 'time', findLabel: findTime },
  { field: 'record_time', choice: 'time', findLabel: findTime },
  { field: 'trace_name', choice: 'glanceCall', findLabel: findGlanceCall },
  { field: 'code', choice: 'httpStatus', findLabel: findMeaning },
];

/** The time in the chosen zone, unless it is written so: month first can be mistaken, and an epoch number says nothing. */
function findTime(value: JsonValue, _trace: Trace, { timeZone = utc }: ExplainSettings): string | undefined {
  const read = typeof value === 'number' || typeof value === 'string' ? readTime(value) : undefined;
  if (read === undefined || !read.isExact) return undefined;
  const { zone } = zonedTimeOf(read.epochMilliseconds, timeZone);
  const isClear = read.format !== 'month-day-year' && read.zone !== undefined;
  if (isClear && isSameOffset(read.zone, zone)) return undefined;
  return momentText(read.epochMilliseconds, timeZone);
}

/** More calls would not fit on a line. */
const maxCalls = 2;

function findGlanceCall(value: JsonValue, trace: Trace, settings: ExplainSettings): string | undefined {
  const event = typeof value === 'string' ? findImsEvent(value, trace, settings) : undefined;
  if (event === undefined) return undefined;
  const calls = glanceCallsOf(event, trace);
  if (calls.length === 0) return settings.localizer.t('no Glance counterpart');
  const shown = calls.slice(0, maxCalls).map(({ method, path }) => `${method} ${path}`);
  return `→ ${shown.join(' | ')}`;
}

/** On the Glance side, the status of a success is that of the call itself and so identifies it. */
function glanceCallsOf({ side, operation }: ImsEvent, trace: Trace): readonly GlanceCall[] {
  const { calls } = operation.glance;
  const status = findStatus(findField(trace, 'code')?.value);
  const matching = calls.filter(({ success }) => success === status);
  return side === 'glance' && matching.length > 0 ? matching : calls;
}

/** The row for the trace's resource type, else any row if all of them share one operation. */
function findImsEvent(name: string, trace: Trace, { catalog }: ExplainSettings): ImsEvent | undefined {
  const rows = catalog.findEvents(findString(trace, 'service_type') ?? '', name).filter(isImsEvent);
  const resourceType = findString(trace, 'resource_type');
  const [first] = rows;
  const isOneOperation = rows.every(({ operation }) => operation === first?.operation);
  return rows.find((row) => row.resourceType === resourceType) ?? (isOneOperation ? first : undefined);
}

function findMeaning(value: JsonValue, _trace: Trace, { localizer }: ExplainSettings): string | undefined {
  const status = findStatus(value);
  const meaning = status === undefined ? undefined : findStatusName(status);
  return meaning && inLanguage(meaning, localizer.language);
}
