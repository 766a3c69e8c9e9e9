import type { Voice } from '../text/localization';
import type { Span } from '../text/span';
import { none, type Report, type Sighting, type TraceRule } from './rule';
import { shown } from './wording';

/** The same key again in one trace: readers disagree on which value counts; here, as in most, it is the last. */
export const duplicateKey: TraceRule = {
  id: 'duplicate-key',
  level: 'warning',
  check(trace) {
    if (!trace.hasRepeatedKeys || !trace.whole) return none;
    const seen = new Set<string>();
    const sightings: Sighting[] = [];
    for (const { name, keySpan } of trace.fields()) {
      if (seen.has(name)) sightings.push({ value: name, report: (voice) => report(name, keySpan, voice) });
      seen.add(name);
    }
    return sightings;
  },
};

function report(name: string, span: Span, { t }: Voice): Report {
  return { message: t('key "{0}" stands in this trace again: its last value counts', shown(name)), span };
}
