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
      'the page counts "{0}" records and has {1}: look for what is missing or was added',
      String(value),
      actual,
    );
    return { message, span: valueSpan };
  },
};
