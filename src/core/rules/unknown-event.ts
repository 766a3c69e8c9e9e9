import { type ApiOperation, findApiOperation } from '../catalog/api-operations';
import type { Catalog } from '../catalog/catalog';
import { findCloseNames } from '../catalog/close-names';
import { otherServicesWith } from '../catalog/other-services';
import type { Coverage } from '../catalog/rows/row-types';
import { isMeaningful } from '../record/already-masked';
import { fieldOf, findString, type Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { noMatches, type Report, type TraceRule } from './rule';
import { displayValue, quotedAlternatives, quotedList, replaceText } from './wording';

/** A `trace_name` that is in no list of events of the service. */
export const unknownEvent: TraceRule = {
  id: 'unknown-event',
  level: 'warning',
  fields: ['service_type', 'trace_name'],
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
  const message = messageOf(unknown, names, localizer);
  const fixes = names.map((known) => replaceText(localizer, valueSpan, known));
  return { message, span: valueSpan, fixes };
}

function operationText(name: string, { events }: ApiOperation, localizer: Localizer): string {
  const { t } = localizer;
  const shown = displayValue(name);
  return events.length === 0
    ? t('"{0}" is an API operation, not an event name. Its event is not documented', shown)
    : t(
        '"{0}" is an API operation, not an event name. Its event is probably {1} (inferred)',
        shown,
        quotedList(events, localizer),
      );
}

/** @param names known names that it may be a misspelling of */
function messageOf(unknown: Unknown, names: readonly string[], localizer: Localizer): string {
  const { t } = localizer;
  const others = otherServicesWith(unknown.name, unknown.service, unknown.catalog);
  const shown = [displayValue(unknown.name), displayValue(unknown.service)] as const;
  const close = quotedAlternatives(names, localizer);
  const services = servicesText(others, localizer);
  if (names.length > 0 && others.length > 0)
    return t(
      'Unknown {1} event "{0}". Did you mean {2}? It is also an event of {3}; check service_type',
      ...shown,
      close,
      services,
    );
  if (names.length > 0) return t('Unknown {1} event "{0}". Did you mean {2}?', ...shown, close);
  if (others.length > 0)
    return t('Unknown {1} event "{0}". It is an event of {2}; check service_type', ...shown, services);
  return missingText(shown, unknown.coverage, localizer);
}

const maxServices = 3;

function servicesText(services: readonly string[], { t }: Localizer): string {
  const named = services.slice(0, maxServices).map(displayValue).join(t(', '));
  const more = services.length - maxServices;
  return more > 0 ? t('{0} and {1} more', named, more) : named;
}

function missingText(
  shown: readonly [name: string, service: string],
  coverage: Coverage,
  { t }: Localizer,
): string {
  switch (coverage) {
    case 'complete':
      return t('Unknown {1} event "{0}". Check your region\'s event list', ...shown);
    case 'region':
      return t('Unknown {1} event "{0}". It is not in your region\'s list', ...shown);
    case 'partial':
      return t(
        "Unknown {1} event \"{0}\". Public lists are incomplete; add your region's list with 'ctsTrace.catalogs' or '--catalog'",
        ...shown,
      );
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
