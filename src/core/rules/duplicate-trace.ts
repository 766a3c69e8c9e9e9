import { isSameRecord } from '../record/record-comparison';
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
  isSame: isSameRecord,
  severityOf: (isSame) => (isSame ? undefined : 'warning'),
  report({ trace, first, isSame }, { t }) {
    const { valueSpan, value } = fieldOf(trace, 'trace_id');
    const traceId = displayValue(String(value));
    const message = isSame
      ? t('trace "{0}" stands in this file again: CTS may deliver one twice, count it once', traceId)
      : t('trace "{0}" stands in this file again and differs: find out which of them was changed', traceId);
    const related = [{ message: t('the first one'), span: fieldOf(first, 'trace_id').valueSpan }];
    return { message, span: valueSpan, related };
  },
};
