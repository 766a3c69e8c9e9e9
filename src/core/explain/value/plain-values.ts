import { findString } from '../../record/trace';
import { code, type Document, fill, lines, text } from '../../text/markdown';
import type { ExplainValue } from '../parts/explanation';
import { heading } from '../parts/phrases';

/** Explains `read_only`, a boolean or a string in any case. */
export const explainReadOnly: ExplainValue = (value, _trace, { localizer: { t } }) => {
  switch (String(value).trim().toLowerCase()) {
    case 'true':
      return document('read_only', value, t('a query: nothing was changed'));
    case 'false':
      return document('read_only', value, t('not only a query: something may have been changed'));
    default:
      return undefined;
  }
};

/** Explains the name of the tracker that every account has. */
export const explainTrackerName: ExplainValue = (value, _trace, { localizer: { t } }) =>
  value === 'system' ? document('tracker_name', value, t('the management tracker')) : undefined;

/** Explains `operation_id` where it only repeats `trace_name`. */
export const explainOperationId: ExplainValue = (value, trace, { localizer: { t } }) =>
  typeof value === 'string' && value !== '' && value === findString(trace, 'trace_name')
    ? [lines(heading('operation_id', fill(t('same as {0}'), code('trace_name'))))]
    : undefined;

function document(field: string, value: unknown, meaning: string): Document {
  return [lines(heading(field, code(String(value)), text(meaning)))];
}
