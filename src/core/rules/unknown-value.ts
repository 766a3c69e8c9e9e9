import { normalizeName } from '../catalog/known-names';
import { attributes } from '../catalog/rows/attributes';
import type { Attribute } from '../catalog/rows/row-types';
import { isMeaningful } from '../record/already-masked';
import { fieldOf, findString, type Trace } from '../record/trace';
import { editDistance } from '../text/edit-distance';
import type { Localizer } from '../text/localization';
import { noMatches, type Report, type RuleMatch, type TraceRule } from './rule';
import { displayValue, quotedList, replaceText } from './wording';

const listed = attributes.flatMap((attribute) =>
  attribute.values === undefined || attribute.name.includes('.')
    ? []
    : [{ attribute, name: attribute.name, known: new Set(attribute.values.map(({ value }) => value)) }],
);
/** Values are short words: with more typos than this it is a different word. */
const maxTypos = 2;
const maxWordLength = 40;

/** A `trace_rating`, `trace_status` or `trace_type` that is not exactly one of the documented values. */
export const unknownValue: TraceRule = {
  id: 'unknown-value',
  level: 'warning',
  fields: listed.map(({ name }) => name),
  check(trace) {
    let matches: RuleMatch[] | undefined;
    for (const { attribute, name, known } of listed) {
      const value = findString(trace, name);
      if (value === undefined || known.has(value) || !isMeaningful(value)) continue;
      matches ??= [];
      matches.push({
        value,
        report: (localizer) => report(trace, { attribute, written: value }, localizer),
      });
    }
    return matches ?? noMatches;
  },
};

interface UnknownValue {
  readonly attribute: Attribute;
  readonly written: string;
}

function report(trace: Trace, { attribute, written }: UnknownValue, localizer: Localizer): Report {
  const { name, values = [] } = attribute;
  const { valueSpan } = fieldOf(trace, name);
  const known = values.map(({ value }) => value);
  const close = known.filter((value) => isClose(written, value));
  const message = localizer.t(
    'Unknown {0} "{1}"; expected one of {2}',
    name,
    displayValue(written),
    quotedList(known, localizer),
  );
  const fixes = close.map((value) => replaceText(localizer, valueSpan, value));
  return { message, span: valueSpan, fixes };
}

function isClose(written: string, value: string): boolean {
  return (
    written.length <= maxWordLength && editDistance(normalizeName(written), normalizeName(value)) <= maxTypos
  );
}
