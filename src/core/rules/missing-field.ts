import { attributes } from '../catalog/rows/attributes';
import type { Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { spanFrom } from '../text/span';
import { noMatches, type Report, type RuleMatch, type TraceRule } from './rule';

const mandatory = attributes.filter((attribute) => attribute.mandatory);

/** One of the six fields that every trace has according to the CTS user guide is missing or `null`. */
export const missingField: TraceRule = {
  id: 'missing-field',
  level: 'warning',
  check(trace) {
    if (!trace.isWellFormed) return noMatches;
    let matches: RuleMatch[] | undefined;
    for (const { name, olderName } of mandatory) {
      if (isPresent(trace, name) || (olderName !== undefined && isPresent(trace, olderName))) continue;
      matches ??= [];
      matches.push({ value: name, report: (localizer) => report(name, localizer) });
    }
    return matches ?? noMatches;
  },
};

function report(name: string, { t }: Localizer): Report {
  return { message: t('Field "{0}" is missing. Every CTS trace has it', name), span: spanFrom(0, 1) };
}

/** An empty string counts as present. */
function isPresent(trace: Trace, name: string): boolean {
  const value = trace.value(name);
  return value !== undefined && value !== null;
}
