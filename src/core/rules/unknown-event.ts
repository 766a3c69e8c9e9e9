import { findCoverage, findEvents } from '../catalog/catalog';
import { findCloseNames } from '../catalog/close-names';
import type { Coverage } from '../catalog/types';
import type { Voice } from '../language';
import { isTelling } from '../masked';
import { findField, findText, type Trace } from '../trace';
import type { Report, TraceRule } from './rule';
import { quotedList, replaceText, shown } from './wording';

/** A `trace_name` that the service does not report, as far as its lists are known. */
export const unknownEvent: TraceRule = {
  id: 'unknown-event',
  level: 'warning',
  check(trace, voice) {
    const service = findText(trace, 'service_type');
    const name = findText(trace, 'trace_name');
    if (service === undefined || name === undefined || findEvents(service, name).length > 0) return [];
    const coverage = findCoverage(service);
    if (!coverage || !isTelling(name)) return [];
    return report(trace, { service, name, isQuiet: isQuiet(trace, coverage) }, voice);
  },
};

interface Unknown {
  readonly service: string;
  readonly name: string;
  /** Whether the doubt is too great for more than a hint. */
  readonly isQuiet: boolean;
}

function report(trace: Trace, { service, name, isQuiet }: Unknown, voice: Voice): readonly Report[] {
  const field = findField(trace, 'trace_name');
  if (!field) return [];
  const names = findCloseNames({ service, name, resourceType: findText(trace, 'resource_type') });
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
  const fixes = names.map((known) => replaceText(voice, field.valueSpan, known));
  return [{ message, span: field.valueSpan, value: name, fixes, ...(isQuiet && { severity: 'hint' }) }];
}

/**
 * The public lists leave out queries, and those of most services leave out more. Where a record is cut off, its
 * `read_only` may stand in what is missing: a part must not sound worse than the whole.
 */
function isQuiet(trace: Trace, coverage: Coverage): boolean {
  if (coverage === 'partial') return true;
  const readOnly = trace.value('read_only');
  if (typeof readOnly !== 'boolean' && typeof readOnly !== 'string') return !trace.whole;
  return readOnly === true || readOnly === 'true';
}
