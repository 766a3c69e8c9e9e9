import { attributes } from '../catalog/attributes';
import { spanFrom } from '../span';
import type { Trace } from '../trace';
import type { Report, TraceRule } from './rule';

const mandatory = attributes.filter((attribute) => attribute.mandatory);

/** One of the six fields that every trace file carries, by the CTS user guide, is absent or `null`. */
export const missingField: TraceRule = {
  id: 'missing-field',
  level: 'warning',
  check(trace, voice) {
    if (!trace.whole) return [];
    const reports: Report[] = [];
    for (const { name, olderName } of mandatory) {
      if (isPresent(trace, name) || (olderName !== undefined && isPresent(trace, olderName))) continue;
      const message = voice.t('field "{0}" is missing: every CTS trace carries it', name);
      reports.push({ message, span: spanFrom(0, 1), value: name });
    }
    return reports;
  },
};

/** An empty text is present. */
function isPresent(trace: Trace, name: string): boolean {
  const value = trace.value(name);
  return value !== undefined && value !== null;
}
