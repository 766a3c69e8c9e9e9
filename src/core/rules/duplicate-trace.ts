import { findDifference } from '../record/record-comparison';
import { fieldOf, findString } from '../record/trace';
import { findUuidKey } from '../record/trace-id';
import type { DuplicateRule } from './file-wide-rule';
import { displayValue } from './wording';

/** A repeated `trace_id`. CTS delivers at least once, so copies are common, but copies that differ are not. */
export const duplicateTrace: DuplicateRule = {
  id: 'duplicate-trace',
  level: 'information',
  keyOf(trace) {
    const traceId = trace.isWellFormed ? findString(trace, 'trace_id') : undefined;
    return traceId === undefined ? undefined : findUuidKey(traceId);
  },
  isSame: (trace, first) => findDifference(trace, first) === undefined,
  severityOf: (isSame) => (isSame ? undefined : 'warning'),
  report({ trace, first, isSame }, { t }) {
    const { valueSpan, value } = fieldOf(trace, 'trace_id');
    const traceId = displayValue(String(value));
    const message = isSame
      ? t('Trace "{0}" appears again in this file. CTS can deliver a trace twice; count it once', traceId)
      : t(
          'Trace "{0}" appears again in this file, but "{1}" differs. Find out which copy was altered',
          traceId,
          displayValue(findDifference(trace, first) ?? ''),
        );
    const related = [{ message: t('First copy'), span: fieldOf(first, 'trace_id').valueSpan }];
    return { message, span: valueSpan, related };
  },
};
