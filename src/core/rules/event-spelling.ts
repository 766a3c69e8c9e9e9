import { findEvents } from '../catalog/catalog';
import { findField, findText } from '../trace';
import type { TraceRule } from './rule';
import { quotedList } from './wording';

/** A documented name that is documented in another spelling as well: a search for one misses the other. */
export const eventSpelling: TraceRule = {
  id: 'event-spelling',
  level: 'hint',
  check(trace, voice) {
    const service = findText(trace, 'service_type');
    const name = findText(trace, 'trace_name');
    if (service === undefined || name === undefined) return [];
    const events = findEvents(service, name);
    if (events.every((event) => event.twins.length === 0)) return [];
    const twins = [...new Set(events.flatMap((event) => event.twins))];
    const field = findField(trace, 'trace_name');
    if (!field) return [];
    const message = voice.t(
      'event "{0}" is also documented as {1}: search for both spellings',
      name,
      quotedList(twins, voice),
    );
    return [{ message, span: field.valueSpan, value: name }];
  },
};
