import type { CatalogEvent } from '../catalog/rows/types';
import { fieldOf, findText, type Trace } from '../record/trace';
import type { Voice } from '../text/localization';
import { none, type Report, type TraceRule } from './rule';
import { quotedList } from './wording';

/** A documented name that is documented in another spelling as well: a search for one misses the other. */
export const eventSpelling: TraceRule = {
  id: 'event-spelling',
  level: 'hint',
  check(trace, catalog) {
    const service = findText(trace, 'service_type');
    const name = findText(trace, 'trace_name');
    if (service === undefined || name === undefined) return none;
    const events = catalog.findEvents(service, name);
    if (events.every((event) => event.twins.length === 0)) return none;
    return [{ value: name, report: (voice) => report(trace, events, voice) }];
  },
};

function report(trace: Trace, events: readonly CatalogEvent[], voice: Voice): Report {
  const twins = [...new Set(events.flatMap((event) => event.twins))];
  const message = voice.t(
    'event "{0}" is also documented as {1}: search for both spellings',
    events[0]?.name ?? '',
    quotedList(twins, voice),
  );
  return { message, span: fieldOf(trace, 'trace_name').valueSpan };
}
