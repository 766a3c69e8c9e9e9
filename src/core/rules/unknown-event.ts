import { type ApiOperation, findApiOperation } from '../catalog/api-operations';
import type { Catalog } from '../catalog/catalog';
import { findCloseNames } from '../catalog/close-names';
import { otherServicesWith } from '../catalog/other-services';
import type { Coverage } from '../catalog/rows/row-types';
import { isMeaningful } from '../record/already-masked';
import { fieldOf, findString, type Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { noMatches, type Report, type TraceRule } from './rule';
import { displayValue, quotedList, replaceText } from './wording';

/** A `trace_name` that is in no list of events of the service. */
export const unknownEvent: TraceRule = {
  id: 'unknown-event',
  level: 'warning',
  check(trace, catalog) {
    const service = findString(trace, 'service_type');
    const name = findString(trace, 'trace_name');
    if (service === undefined || name === undefined || catalog.findEvents(service, name).length > 0)
      return noMatches;
    const coverage = catalog.findCoverage(service);
    if (!coverage || !isMeaningful(name)) return noMatches;
    const severity = isOnlyHint(trace, coverage) ? ({ severity: 'hint' } as const) : {};
    const unknown = { service, name, coverage, catalog };
    return [{ value: name, ...severity, report: (localizer) => report(trace, unknown, localizer) }];
  },
};

interface Unknown {
  readonly service: string;
  readonly name: string;
  readonly coverage: Coverage;
  readonly catalog: Catalog;
}

function report(trace: Trace, unknown: Unknown, localizer: Localizer): Report {
  const { service, name, catalog } = unknown;
  const { valueSpan } = fieldOf(trace, 'trace_name');
  const operation = findApiOperation(service, name, catalog);
  // Which event it leaves is not documented, so a fix would falsify the record
  if (operation !== undefined) return { message: operationText(name, operation, localizer), span: valueSpan };
  const resourceType = findString(trace, 'resource_type');
  const names = findCloseNames({ service, name, resourceType }, catalog);
  const message = localizer.t(
    'unknown event "{0}" of {1}: {2}',
    displayValue(name),
    displayValue(service),
    adviceOn(unknown, names, localizer),
  );
  const fixes = names.map((known) => replaceText(localizer, valueSpan, known));
  return { message, span: valueSpan, fixes };
}

function operationText(name: string, { events }: ApiOperation, localizer: Localizer): string {
  const { t } = localizer;
  const shown = displayValue(name);
  return events.length === 0
    ? t('"{0}" is an API operation, not an event name; which event it leaves is not documented', shown)
    : t(
        '"{0}" is an API operation, not an event name; its event is probably {1} (inferred)',
        shown,
        quotedList(events, localizer),
      );
}

/** @param names known names that it may be a misspelling of */
function adviceOn(
  { service, name, coverage, catalog }: Unknown,
  names: readonly string[],
  localizer: Localizer,
): string {
  const others = otherServicesWith(name, service, catalog);
  const close =
    names.length > 0
      ? localizer.t('check the spelling, closest known: {0}', quotedList(names, localizer))
      : undefined;
  const foreign =
    others.length > 0
      ? localizer.t('known for {0}, check service_type', servicesText(others, localizer))
      : undefined;
  const advice = [close, foreign].filter((part) => part !== undefined);
  return advice.length > 0 ? advice.join(localizer.t('; ')) : missingText(coverage, localizer);
}

const maxServices = 3;

function servicesText(services: readonly string[], { t }: Localizer): string {
  const named = services.slice(0, maxServices).map(displayValue).join(t(', '));
  const more = services.length - maxServices;
  return more > 0 ? t('{0} and {1} more services', named, more) : named;
}

function missingText(coverage: Coverage, { t }: Localizer): string {
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
 * Whether the event may well exist, so that only a hint is appropriate. The lists of IMS omit queries, and those of
 * most services omit more. In a truncated record `read_only` may be in the missing part, and a finding in part of a
 * record must not be more severe than in the whole.
 */
function isOnlyHint(trace: Trace, coverage: Coverage): boolean {
  if (coverage !== 'complete') return coverage === 'partial';
  const readOnly = trace.value('read_only');
  if (typeof readOnly !== 'boolean' && typeof readOnly !== 'string') return !trace.isWellFormed;
  return String(readOnly).trim().toLowerCase() === 'true';
}
