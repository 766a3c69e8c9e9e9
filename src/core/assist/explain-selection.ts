import { findCloseNames } from '../catalog/close-names';
import { explainName } from '../explain/event/look-up-name';
import { findOperationText } from '../explain/event/unknown-name';
import { explainAt } from '../explain/explain';
import type { ExplainSettings } from '../explain/parts/explanation';
import { TraceIndex } from '../file/trace-index';
import { findField, findString, type Trace } from '../record/trace';
import { displayValue, quotedAlternatives } from '../rules/wording';
import { lines, strong, text, toMarkdown } from '../text/markdown';
import { textSource } from '../text/text-source';

/** What is said about selected text. */
export type SelectionExplanation =
  | { readonly kind: 'explained'; readonly title: string; readonly markdown: string }
  | { readonly kind: 'nothing'; readonly message: string };

/** How much of a selection is read, in UTF-16 units. */
export const maxSelectionLength = 64 * 1024;
/** How many traces or event names of a selection are explained. */
const maxExplained = 5;
/** In UTF-16 units; no event name is as long. */
const maxNameLength = 200;
const separator = '\n\n---\n\n';

/** Explains the traces in a text, which may be anything, such as a line of a log, or else the event names in it. */
export function explainSelection(selected: string, settings: ExplainSettings): SelectionExplanation {
  const shown = selected.slice(0, maxSelectionLength).trim();
  return explainTraces(shown, settings) ?? explainNames(shown, settings) ?? nothingText(shown, settings);
}

function explainTraces(shown: string, settings: ExplainSettings): SelectionExplanation | undefined {
  const index = new TraceIndex<never>(
    textSource(shown),
    { dataOf: () => undefined, release: () => {} },
    { isLineDelimited: false },
  );
  index.read(() => index.traceCount <= maxExplained);
  if (index.traceCount === 0) return undefined;
  const traces = [...index.records()].slice(0, maxExplained).map(({ trace }) => trace);
  const parts = traces.map((trace) => explainTrace(trace, settings)).filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const more = index.traceCount - traces.length;
  const note =
    more > 0 ? [settings.localizer.t('Only the first {0} traces are explained', maxExplained)] : [];
  const [first] = traces;
  const title = displayValue((first && findString(first, 'trace_name')) ?? '');
  return { kind: 'explained', title, markdown: [...parts, ...note].join(separator) };
}

/** The fields that say what happened, who did it and when, in this order. */
const explainedFields = ['trace_name', 'user', 'time', 'record_time', 'source_ip', 'code'] as const;

function explainTrace(trace: Trace, settings: ExplainSettings): string {
  const parts = explainedFields.flatMap((name) => {
    const span = findField(trace, name)?.valueSpan;
    const explanation = span && explainAt(trace, span.offset, settings);
    return explanation ? [explanation.markdown] : [];
  });
  return parts.join('\n\n');
}

function explainNames(shown: string, settings: ExplainSettings): SelectionExplanation | undefined {
  const names = new Set([shown, ...(shown.match(/[\p{L}\p{N}_-]+/gu) ?? [])]);
  const known = [...names].filter(
    (name) => name.length <= maxNameLength && settings.catalog.findEventsByName(name).length > 0,
  );
  const [title] = known;
  if (title === undefined) return explainOperation(shown, settings);
  const parts = known.slice(0, maxExplained).flatMap((name) => {
    const { entries } = explainName(name, settings);
    return [...new Set(entries.map(({ markdown }) => markdown))];
  });
  const note =
    known.length > maxExplained
      ? [settings.localizer.t('Only the first {0} event names are explained', maxExplained)]
      : [];
  return { kind: 'explained', title, markdown: [...parts, ...note].join(separator) };
}

function explainOperation(shown: string, settings: ExplainSettings): SelectionExplanation | undefined {
  if (shown.length > maxNameLength) return undefined;
  const operation = findOperationText(shown, 'IMS', settings);
  if (operation === undefined) return undefined;
  const markdown = toMarkdown([lines([strong(shown)], [text(operation)])]);
  return { kind: 'explained', title: shown, markdown };
}

function nothingText(shown: string, { catalog, localizer }: ExplainSettings): SelectionExplanation {
  const { t } = localizer;
  if (shown === '') return { kind: 'nothing', message: t('Select a trace or an event name to explain it') };
  if (/\s/.test(shown) || shown.length > maxNameLength)
    return { kind: 'nothing', message: t('The selection contains no trace and no known event name') };
  const close = findCloseNames({ service: 'IMS', name: shown, resourceType: undefined }, catalog);
  const message =
    close.length === 0
      ? t('"{0}" is not a known event name', displayValue(shown))
      : t(
          '"{0}" is not a known event name. Did you mean {1}?',
          displayValue(shown),
          quotedAlternatives(close, localizer),
        );
  return { kind: 'nothing', message };
}
