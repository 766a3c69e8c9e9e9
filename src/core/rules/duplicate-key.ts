import type { Report, TraceRule } from './rule';
import { shown } from './wording';

/** The same key again in one trace: readers disagree on which value counts; here, as in most, it is the last. */
export const duplicateKey: TraceRule = {
  id: 'duplicate-key',
  level: 'warning',
  check(trace, voice) {
    if (!trace.hasRepeatedKeys || !trace.whole) return [];
    const seen = new Set<string>();
    const reports: Report[] = [];
    for (const { name, keySpan } of trace.fields()) {
      if (seen.has(name)) {
        const message = voice.t('key "{0}" stands in this trace again: its last value counts', shown(name));
        reports.push({ message, span: keySpan, value: name });
      }
      seen.add(name);
    }
    return reports;
  },
};
