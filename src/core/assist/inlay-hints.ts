import { isImsEvent } from '../catalog/catalog';
import type { GlanceCall, ImsEvent } from '../catalog/rows/types';
import type { ExplainSetting } from '../explain/parts/explanation';
import { findStatusName } from '../explain/parts/http-status';
import { utcText } from '../explain/parts/moments';
import { findStatus } from '../explain/parts/outcome';
import { valueExplainers } from '../explain/value/value-explainers';
import type { LocatedTrace, TraceRange } from '../file/located-traces';
import { readTime } from '../record/times';
import { findField, findString, type Trace } from '../record/trace';
import type { JsonValue } from '../text/json';
import { inLanguage } from '../text/localization';
import { toMarkdown } from '../text/markdown';
import { endOf } from '../text/span';

/** A few words behind a value, of what it means. */
export interface Inlay {
  /** Behind the value. */
  readonly offset: number;
  readonly label: string;
  /** The whole explanation as Markdown: made when it is asked for. */
  explain(): string;
}

/** Which values get some. */
export interface InlayChoice {
  readonly time: boolean;
  readonly glanceCall: boolean;
  readonly httpStatus: boolean;
}

export interface InlaySetting extends ExplainSetting {
  readonly choice: InlayChoice;
}

/**
 * What is read at the most for one request. A window shows some dozens of records at a time, or one to a line; but a file
 * that is a single line of megabytes is asked for as a whole, and of such a line the editor shows the beginning only.
 */
export const inlayLimits = { traces: 300, units: 512 * 1024, unitsOfTrace: 128 * 1024 } as const;

interface TraceFile {
  tracesIn(stretch: TraceRange): Iterable<LocatedTrace>;
}

/** The inlays in a stretch of a file, those of one trace at a time. Offsets count from the beginning of the file. */
export function* inlaysIn(
  file: TraceFile,
  { start, end }: Pick<TraceRange, 'start' | 'end'>,
  setting: InlaySetting,
): Generator<readonly Inlay[], void, undefined> {
  let traces = 0;
  let units = 0;
  for (const { trace, start: from } of file.tracesIn({ start, end, maxLength: inlayLimits.unitsOfTrace })) {
    units += trace.text.length;
    if (++traces > inlayLimits.traces || units > inlayLimits.units) return;
    const placed = inlaysOf(trace, setting).map((inlay) => ({ ...inlay, offset: inlay.offset + from }));
    yield placed.filter(({ offset }) => offset >= start && offset <= end);
  }
}

/** The inlays of a trace in the order of the text. Offsets count from its first character. */
export function inlaysOf(trace: Trace, setting: InlaySetting): readonly Inlay[] {
  const wanted = kinds.filter(({ choice }) => setting.choice[choice]);
  const found = wanted.flatMap(({ field, findLabel }): readonly Inlay[] => {
    const { value, valueSpan } = findField(trace, field) ?? {};
    const label = value === undefined ? undefined : findLabel(value, trace, setting);
    if (value === undefined || valueSpan === undefined || label === undefined) return [];
    return [{ offset: endOf(valueSpan), label, explain: () => explain(field, value, trace, setting) }];
  });
  return found.sort((one, other) => one.offset - other.offset);
}

function explain(field: string, value: JsonValue, trace: Trace, setting: ExplainSetting): string {
  const document = valueExplainers.get(field)?.(value, trace, setting);
  return document === undefined ? '' : toMarkdown(document);
}

interface Kind {
  readonly field: string;
  readonly choice: keyof InlayChoice;
  findLabel(value: JsonValue, trace: Trace, setting: ExplainSetting): string | undefined;
}

const kinds: readonly Kind[] = [
  { field: 'time', choice: 'time', findLabel: findUtc },
  { field: 'record_time', choice: 'time', findLabel: findUtc },
  { field: 'trace_name', choice: 'glanceCall', findLabel: findGlanceCall },
  { field: 'code', choice: 'httpStatus', findLabel: findMeaning },
];

/** Only for numbers since 1970: a date is read without help. */
function findUtc(value: JsonValue): string | undefined {
  const read = typeof value === 'number' || typeof value === 'string' ? readTime(value) : undefined;
  return read?.format.startsWith('epoch-') ? utcText(read.epochMilliseconds) : undefined;
}

/** How many calls are named: a line has room for no more. */
const mostCalls = 2;

function findGlanceCall(value: JsonValue, trace: Trace, setting: ExplainSetting): string | undefined {
  const event = typeof value === 'string' ? findImsEvent(value, trace, setting) : undefined;
  if (event === undefined) return undefined;
  const calls = glanceCallsOf(event, trace);
  if (calls.length === 0) return setting.localizer.t('no Glance counterpart');
  const shown = calls.slice(0, mostCalls).map(({ method, path }) => `${method} ${path}`);
  return `→ ${shown.join(' | ')}`;
}

/** On the Glance side, the HTTP status of a success is that of the call itself. */
function glanceCallsOf({ side, operation }: ImsEvent, trace: Trace): readonly GlanceCall[] {
  const { calls } = operation.glance;
  const status = findStatus(findField(trace, 'code')?.value);
  const matching = calls.filter(({ success }) => success === status);
  return side === 'glance' && matching.length > 0 ? matching : calls;
}

/** The row on the stated resource type; where that is none of the event's, any row of the one operation they share. */
function findImsEvent(name: string, trace: Trace, { catalog }: ExplainSetting): ImsEvent | undefined {
  const rows = catalog.findEvents(findString(trace, 'service_type') ?? '', name).filter(isImsEvent);
  const resourceType = findString(trace, 'resource_type');
  const [first] = rows;
  const isOneOperation = rows.every(({ operation }) => operation === first?.operation);
  return rows.find((row) => row.resourceType === resourceType) ?? (isOneOperation ? first : undefined);
}

function findMeaning(value: JsonValue, _trace: Trace, { localizer }: ExplainSetting): string | undefined {
  const status = findStatus(value);
  const meaning = status === undefined ? undefined : findStatusName(status);
  return meaning && inLanguage(meaning, localizer.language);
}
