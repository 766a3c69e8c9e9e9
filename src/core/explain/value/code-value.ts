import { isMeaningful } from '../../record/already-masked';
import { findStatus, hasFailed, type Outcome, outcomeOf } from '../../record/outcome';
import type { Localizer } from '../../text/localization';
import { code, type Document, lines, text } from '../../text/markdown';
import type { ExplainValue } from '../parts/explanation';
import { isSuccess } from '../parts/http-status';
import { findComparison, statusText } from '../parts/http-status-text';
import { findImsEvent } from '../parts/ims-event';
import { heading, sentence } from '../parts/phrases';
import { ratingText } from '../parts/rating-text';

export const explainCode: ExplainValue = (value, trace, { localizer, catalog }) => {
  const status = findStatus(value);
  if (status === undefined) return otherCodeDocument(value, localizer.t);
  const event = findImsEvent(trace, catalog);
  const comparison = event && findComparison(status, event, localizer);
  return [
    lines(
      heading('code', text(`HTTP ${statusText(status, localizer.language)}`), sentence(comparison?.text)),
      sentence(findCaution({ ...outcomeOf(trace), status }, localizer)),
    ),
  ];
};

function findCaution({ rating, status }: Outcome, { language, t }: Localizer): string | undefined {
  const isContradictory = status !== undefined && isSuccess(status) && hasFailed({ rating, status });
  if (!isContradictory || rating === undefined) return undefined;
  return t('But rated {0}; check response and message', ratingText(rating, language));
}

function otherCodeDocument(value: unknown, t: (message: string) => string): Document | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const content = String(value);
  if (!isMeaningful(content)) return undefined;
  const meaning =
    content.trim() === '0'
      ? t('Not an HTTP status; seen in FunctionGraph records of successful operations')
      : t('Not an HTTP status; a code specific to the service');
  return [lines(heading('code', code(content), text(meaning)))];
}
