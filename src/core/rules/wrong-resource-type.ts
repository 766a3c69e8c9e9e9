import type { CatalogEvent } from '../catalog/rows/row-types';
import { isListedEvent } from '../catalog/service-catalog';
import { isMeaningful } from '../record/already-masked';
import { fieldOf, findString, type Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { type Fix, noMatches, type Report, type TraceRule } from './rule';
import { displayValue, quotedAlternatives, quotedList, replaceText } from './wording';

/** A known event on a resource type that it is not listed for. */
export const wrongResourceType: TraceRule = {
  id: 'wrong-resource-type',
  level: 'warning',
  fields: ['service_type', 'trace_name', 'resource_type'],
  check(trace, catalog) {
    const service = findString(trace, 'service_type');
    const name = findString(trace, 'trace_name');
    const resourceType = findString(trace, 'resource_type');
    if (service === undefined || name === undefined || resourceType === undefined) return noMatches;
    const rows = catalog.findEvents(service, name);
    if (rows.length === 0 || rows.some((row) => row.resourceType === resourceType)) return noMatches;
    if (rows.some(isOfAnyType)) return noMatches;
    const coverage = catalog.findCoverage(service);
    const types = resourceTypesOf(coverage === 'complete' ? rows : rows.filter(isOfRegion));
    if (coverage === 'partial' || types.length === 0 || !isMeaningful(resourceType)) return noMatches;
    const severity = coverage === 'region' ? ({ severity: 'information' } as const) : {};
    const mismatch = {
      name,
      resourceType,
      types,
      twins: twinsOf(rows).filter((twin) => catalog.findEvent(service, resourceType, twin)),
    };
    return [{ value: resourceType, ...severity, report: (localizer) => report(trace, mismatch, localizer) }];
  },
};

interface Mismatch {
  readonly name: string;
  readonly resourceType: string;
  /** The resource types that the event is listed for. */
  readonly types: readonly string[];
  /** Other spellings of the event that are listed for this resource type. */
  readonly twins: readonly string[];
}

function report(trace: Trace, mismatch: Mismatch, localizer: Localizer): Report {
  const { valueSpan } = fieldOf(trace, 'resource_type');
  const { name, resourceType, types, twins } = mismatch;
  const values = [displayValue(resourceType), name, quotedAlternatives(types, localizer)] as const;
  const message =
    twins.length > 0
      ? localizer.t(
          'Resource type "{0}" is not valid for event "{1}"; expected {2}, or event {3}',
          ...values,
          quotedList(twins, localizer),
        )
      : localizer.t('Resource type "{0}" is not valid for event "{1}"; expected {2}', ...values);
  const renames = twins.map((twin) => renameEvent(trace, localizer, twin));
  const moves = types.map((type) => replaceText(localizer, valueSpan, type));
  return { message, span: valueSpan, fixes: [...renames, ...moves] };
}

function renameEvent(trace: Trace, localizer: Localizer, name: string): Fix {
  return replaceText(localizer, fieldOf(trace, 'trace_name').valueSpan, name);
}

/** Whether the event comes from a user's catalog without a resource type, which is optional there. */
function isOfAnyType(row: CatalogEvent): boolean {
  return row.resourceType === '' && isListedEvent(row) && row.added !== undefined;
}

/**
 * Whether the row comes from the user's list. The public ones of services other than IMS have unreliable resource
 * types.
 */
function isOfRegion(row: CatalogEvent): boolean {
  return isListedEvent(row) && row.added !== undefined;
}

/** The resource types of an event, those in current lists first. */
function resourceTypesOf(rows: readonly CatalogEvent[]): readonly string[] {
  const current = rows.filter((row) => row.listed === 'current');
  return [...new Set([...current, ...rows].map((row) => row.resourceType))];
}

function twinsOf(rows: readonly CatalogEvent[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.twins))];
}
