import { fieldOf } from '../record/trace';
import type { PageRule } from './file-wide-rule';

/** A page of the API whose `count` differs from the number of its records. */
export const pageCount: PageRule = {
  id: 'page-count',
  level: 'information',
  countOf(meta) {
    const count = meta.isWellFormed ? meta.value('count') : undefined;
    return typeof count === 'number' ? count : undefined;
  },
  report(meta, actual, { t }) {
    const { valueSpan, value } = fieldOf(meta, 'count');
    const message = t(
      'meta_data.count is {0}, but the page has {1}. Check for missing or added traces',
      String(value),
      actual,
    );
    return { message, span: valueSpan };
  },
};
