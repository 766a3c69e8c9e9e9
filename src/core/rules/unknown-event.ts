import type { Catalog } from '../catalog/catalog';
import { findCloseNames } from '../catalog/close-names';
import { otherServicesWith } from '../catalog/other-services';
import type { Coverage } from '../catalog/rows/types';
import { isTelling } from '../record/masked';
import { fieldOf, findText, type Trace } from '../record/trace';
import type { Voice } from '../text/localization';
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
    const unknown = { service, name, coverage, catalog };
    return [{ value: name, ...severity, report: (voice) => report(trace, unknown, voice) }];
  },
};

interface Unknown {
  readonly service: string;
  readonly name: string;
  readonly coverage: Coverage;
  readonly catalog: Catalog;
}

function report(trace: Trace, unknown: Unknown, voice: Voice): Report {
  const { service, name, catalog } = unknown;
  const { valueSpan } = fieldOf(trace, 'trace_name');
  const resourceType = findText(trace, 'resource_type');
  const names = findCloseNames({ service, name, resourceType }, catalog);
  const message = voice.t(
    'unknown event "{0}" of {1}: {2}',
    shown(name),
    shown(service),
    adviceOn(unknown, names, voice),
  );
  const fixes = names.map((known) => replaceText(voice, valueSpan, known));
  return { message, span: valueSpan, fixes };
}

/** @param names what it may be a slip of */
function adviceOn(
  { service, name, coverage, catalog }: Unknown,
  names: readonly string[],
  voice: Voice,
): string {
  const others = otherServicesWith(name, service, catalog);
  const close =
    names.length > 0
      ? voice.t('check the spelling, closest known: {0}', quotedList(names, voice))
      : undefined;
  const foreign =
    others.length > 0 ? voice.t('known for {0}, check service_type', servicesText(others, voice)) : undefined;
  const advice = [close, foreign].filter((part) => part !== undefined);
  return advice.length > 0 ? advice.join(voice.t('; ')) : lackText(coverage, voice);
}

const mostServices = 3;

function servicesText(services: readonly string[], { t }: Voice): string {
  const named = services.slice(0, mostServices).map(shown).join(t(', '));
  const more = services.length - mostServices;
  return more > 0 ? t('{0} and {1} more services', named, more) : named;
}

function lackText(coverage: Coverage, { t }: Voice): string {
  switch (coverage) {
    case 'complete':
      return t('no list that was read has it, compare with the list of your region');
    case 'region':
      return t('the list of your region does not have it');
    case 'partial':
      return t('the public lists are incomplete, add that of your region by ctsTrace.catalogs or --catalog');
  }
}

/**
 * Whether the doubt is too great for more than a hint. The lists of IMS leave out queries, and those of most services
 * leave out more. Where a record is cut off, its `read_only` may stand in what is missing: a part must not sound worse
 * than the whole.
 */
function isQuiet(trace: Trace, coverage: Coverage): boolean {
  if (coverage !== 'complete') return coverage === 'partial';
  const readOnly = trace.value('read_only');
  if (typeof readOnly !== 'boolean' && typeof readOnly !== 'string') return !trace.whole;
  return readOnly === true || readOnly === 'true';
}
