import { tryParse } from '../text/json';
import type { Localizer } from '../text/localization';
import { endOf, type Span } from '../text/span';
import { noMatches, type Report, type RuleMatch, type TraceRule } from './rule';
import { displayValue } from './wording';

/** A repeated key in a trace. Parsers disagree on which value counts; here, as in most of them, it is the last one. */
export const duplicateKey: TraceRule = {
  id: 'duplicate-key',
  level: 'warning',
  check(trace) {
    if (!trace.hasRepeatedKeys || !trace.isWellFormed) return noMatches;
    const names = new Set<string>();
    const keys = new Set<unknown>();
    const matches: RuleMatch[] = [];
    for (const { name, keySpan } of trace.fields()) {
      const key = tryParse(trace.text.slice(keySpan.offset, endOf(keySpan)));
      // JSON support does not trim keys, so it takes `"code"` and `"code "` for two
      const found = keys.has(key) ? ({ value: name, isJsonProblem: true } as const) : { value: name };
      if (names.has(name))
        matches.push({ ...found, report: (localizer) => report(name, keySpan, localizer) });
      names.add(name);
      keys.add(key);
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
