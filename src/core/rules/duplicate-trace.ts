import { findDifferences, isSameRecord } from '../record/record-comparison';
import { fieldOf, findString } from '../record/trace';
import { findUuidKey } from '../record/trace-id';
import type { Localizer } from '../text/localization';
import type { DuplicateRule, Pair } from './file-wide-rule';
import { aroundLine, displayValue, lineMark } from './wording';

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
  report(pair, localizer) {
    const { trace, first, isSame } = pair;
    const messages = isSame ? sameMessages(localizer) : differentMessages(pair, localizer);
    return {
      ...messages,
      span: fieldOf(trace, 'trace_id').valueSpan,
      related: [{ message: localizer.t('First copy'), span: fieldOf(first, 'trace_id').valueSpan }],
    };
  },
};

type Messages = Pick<ReturnType<DuplicateRule['report']>, 'message' | 'aroundLine'>;

function sameMessages({ t }: Localizer): Messages {
  return {
    message: t('Copy of an earlier trace. CTS can deliver a trace twice; count it once'),
    aroundLine: aroundLine(
      t('Same trace as in line {0}. CTS can deliver a trace twice; count it once', lineMark),
    ),
  };
}

function differentMessages({ trace, first }: Pair, localizer: Localizer): Messages {
  const { t } = localizer;
  const fields = fieldList(findDifferences(trace, first), localizer);
  return {
    message: t('Differs from its first copy: {0}', fields),
    aroundLine: aroundLine(t('Differs from its copy in line {0}: {1}', lineMark, fields)),
  };
}

/** More are counted. */
const maxNamed = 6;

function fieldList(names: readonly string[], { t }: Localizer): string {
  const isLong = names.length > maxNamed;
  const shown = (isLong ? names.slice(0, maxNamed - 1) : names).map(displayValue);
  const more = isLong ? [t('{0} more fields', names.length - shown.length)] : [];
  return [...shown, ...more].join(t(', '));
}
