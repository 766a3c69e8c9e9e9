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
    const { trace, first } = pair;
    const messages = messagesOf(pair, localizer);
    return {
      ...messages,
      // Who accepts a copy has not accepted one that differs, or differs in more
      ...(pair.isSame ? {} : { keyPath: ['trace_id', ...findDifferences(trace, first)] }),
      span: fieldOf(trace, 'trace_id').valueSpan,
      related: [{ message: localizer.t('First copy'), span: fieldOf(first, 'trace_id').valueSpan }],
    };
  },
  reportUncompared(trace, firstPath, { t }) {
    const message =
      firstPath === undefined
        ? t('Same trace ID as an earlier trace, which could not be read again to compare them')
        : t(
            'Same trace ID as in "{0}", which could not be read again to compare them',
            displayPath(firstPath),
          );
    return { message, span: fieldOf(trace, 'trace_id').valueSpan, keyPath: ['trace_id', 'uncompared'] };
  },
};

type Messages = Pick<ReturnType<DuplicateRule['report']>, 'message' | 'aroundLine'>;

function messagesOf(pair: Pair, localizer: Localizer): Messages {
  const { isSame, firstPath } = pair;
  if (firstPath !== undefined) return messagesAcrossFiles(pair, firstPath, localizer);
  return isSame ? sameMessages(localizer) : differentMessages(pair, localizer);
}

function messagesAcrossFiles(pair: Pair, firstPath: string, localizer: Localizer): Messages {
  const { t } = localizer;
  const path = displayPath(firstPath);
  if (pair.isSame)
    return { message: t('Same trace as in "{0}". CTS can deliver a trace twice; count it once', path) };
  const fields = fieldList(findDifferences(pair.trace, pair.first), localizer);
  return { message: t('Differs from its copy in "{0}": {1}', path, fields) };
}

/** The end of a path says most; it is cut before a folder if there is one. */
function displayPath(path: string): string {
  if (path.length <= maxPathLength) return path;
  const end = path.slice(1 - maxPathLength);
  return `…${end.slice(Math.max(0, end.search(/[\\/]/)))}`;
}

const maxPathLength = 120;

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
