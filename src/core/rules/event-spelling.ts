import type { CatalogEvent } from '../catalog/rows/row-types';
import { fieldOf, findString, type Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { noMatches, type Report, type TraceRule } from './rule';
import { quotedList } from './wording';

/** An event that is documented in two spellings: a search for one misses the other. */
export const eventSpelling: TraceRule = {
  id: 'event-spelling',
  level: 'hint',
  fields: ['service_type', 'trace_name'],
  check(trace, catalog) {
    const service = findString(trace, 'service_type');
    const name = findString(trace, 'trace_name');
    if (service === undefined || name === undefined) return noMatches;
    const events = catalog.findEvents(service, name);
    if (events.every((event) => event.twins.length === 0)) return noMatches;
    return [{ value: name, report: (localizer) => report(trace, events, localizer) }];
  },
};

function report(trace: Trace, events: readonly CatalogEvent[], localizer: Localizer): Report {
  const twins = [...new Set(events.flatMap((event) => event.twins))];
  const message = localizer.t(
    'Event "{0}" is also documented as {1}. Search for both spellings',
    events[0]?.name ?? '',
    quotedList(twins, localizer),
  );
  return { message, span: fieldOf(trace, 'trace_name').valueSpan };
}
