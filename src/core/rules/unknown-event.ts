import type { Catalog } from '../catalog/catalog';
import { findCloseNames } from '../catalog/close-names';
import type { Coverage } from '../catalog/types';
import type { Voice } from '../language';
import { isTelling } from '../masked';
import { fieldOf, findText, type Trace } from '../trace';
import { none, type Report, type TraceRule } from './rule';
import { quotedList, replaceText, shown } from './wording';

/** A `trace_name` that the service does not report, as far as its lists are known. */
export const unknownEvent: TraceRule = {
  id: 'unknown-event',
  level: 'warning',
  check(trace, catalog) {
    const service = findText(trace, 'service_type');
    const name = findText(trace, 'trace_name');
    if (service === undefined || name === undefined || catalog.findEvents(service, name).length > 0)
      return none;
    const coverage = catalog.findCoverage(service);
    if (!coverage || !isTelling(name)) return none;
    const severity = isQuiet(trace, coverage) ? ({ severity: 'hint' } as const) : {};
    return [
      { value: name, ...severity, report: (voice) => report(trace, { service, name, catalog }, voice) },
    ];
  },
};

interface Unknown {
  readonly service: string;
  readonly name: string;
  readonly catalog: Catalog;
}

function report(trace: Trace, { service, name, catalog }: Unknown, voice: Voice): Report {
  const { valueSpan } = fieldOf(trace, 'trace_name');
  const names = findCloseNames({ service, name, resourceType: findText(trace, 'resource_type') }, catalog);
  const message =
    names.length > 0
      ? voice.t(
          'unknown event "{0}" of {1}: check the spelling, closest known: {2}',
          shown(name),
          shown(service),
          quotedList(names, voice),
        )
      : voice.t(
          'unknown event "{0}" of {1}: no list that was read has it, compare with the list of your region',
          shown(name),
          shown(service),
        );
  const fixes = names.map((known) => replaceText(voice, valueSpan, known));
  return { message, span: valueSpan, fixes };
}

/**
 * Whether the doubt is too great for more than a hint. The public lists leave out queries, and those of most services leave out more. Where a record is cut off, its
 * `read_only` may stand in what is missing: a part must not sound worse than the whole.
 */
function isQuiet(trace: Trace, coverage: Coverage): boolean {
  if (coverage === 'partial') return true;
  const readOnly = trace.value('read_only');
  if (typeof readOnly !== 'boolean' && typeof readOnly !== 'string') return !trace.whole;
  return readOnly === true || readOnly === 'true';
}
