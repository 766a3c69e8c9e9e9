import type { Localizer } from '../text/localization';
import type { Span } from '../text/span';
import { noMatches, type Report, type RuleMatch, type TraceRule } from './rule';
import { displayValue } from './wording';

/** A repeated key in a trace. Parsers disagree on which value counts; here, as in most of them, it is the last one. */
export const duplicateKey: TraceRule = {
  id: 'duplicate-key',
  level: 'warning',
  check(trace) {
    if (!trace.hasRepeatedKeys || !trace.isWellFormed) return noMatches;
    const seen = new Set<string>();
    const matches: RuleMatch[] = [];
    for (const { name, keySpan } of trace.fields()) {
      if (seen.has(name))
        matches.push({ value: name, report: (localizer) => report(name, keySpan, localizer) });
      seen.add(name);
    }
    return matches;
  },
};

function report(name: string, span: Span, { t }: Localizer): Report {
  return {
    message: t('"{0}" appears more than once in this trace; the last value is used', displayValue(name)),
    span,
  };
}
