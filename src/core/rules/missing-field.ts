import { attributes } from '../catalog/rows/attributes';
import { fieldOf, type Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { endOf, spanFrom } from '../text/span';
import { isBlank, skipWhitespaceBackwards } from '../text/whitespace';
import { type EditFix, noMatches, type Report, type RuleMatch, type TraceRule } from './rule';

const mandatory = attributes.filter((attribute) => attribute.mandatory);

/** One of the six fields that every trace has according to the CTS user guide is missing, `null` or an empty string. */
export const missingField: TraceRule = {
  id: 'missing-field',
  level: 'warning',
  check(trace) {
    if (!trace.isWellFormed) return noMatches;
    let matches: RuleMatch[] | undefined;
    for (const { name, olderName } of mandatory) {
      if (isGiven(trace, name) || (olderName !== undefined && isGiven(trace, olderName))) continue;
      matches ??= [];
      matches.push({ value: name, report: (localizer) => report(trace, [name, olderName], localizer) });
    }
    return matches ?? noMatches;
  },
};

/** A string of blanks counts as empty. */
function isGiven(trace: Trace, name: string): boolean {
  const value = trace.value(name);
  return typeof value === 'string' ? !isBlank(value) : value !== undefined && value !== null;
}

function isEmpty(trace: Trace, name: string): boolean {
  const value = trace.value(name);
  return typeof value === 'string' && isBlank(value);
}

type Names = readonly [name: string, olderName: string | undefined];

function report(trace: Trace, [name, olderName]: Names, { t }: Localizer): Report {
  const empty = [name, olderName].find((field) => field !== undefined && isEmpty(trace, field));
  if (empty !== undefined) {
    const message = t('Field "{0}" is empty. Every CTS trace has a value for it', empty);
    return { message, span: fieldOf(trace, empty).valueSpan };
  }
  const message = t('Field "{0}" is missing. Every CTS trace has it', name);
  const isNull = trace.value(name) === null;
  return { message, span: spanFrom(0, 1), keyPath: [name], fixes: isNull ? [] : addition(trace, name, t) };
}

/** A fix that adds the field without a value, laid out like the last one; what the value was is not known. */
function addition(trace: Trace, name: string, t: Localizer['t']): readonly EditFix[] {
  const last = trace.fields().at(-1);
  if (last === undefined) return [];
  const { text } = trace;
  const end = endOf(last.valueSpan);
  const before = text.slice(skipWhitespaceBackwards(text, last.keySpan.offset - 1) + 1, last.keySpan.offset);
  const between = text.slice(endOf(last.keySpan), last.valueSpan.offset);
  const added = `,${before}${JSON.stringify(name)}${between}${emptyValue(name)}`;
  const title = t('Add missing field "{0}" (edits the record)', name);
  return [{ title, edits: [{ span: spanFrom(end, end), text: added }] }];
}

/** Not a valid value either, so that a finding remains until somebody fills it in. */
function emptyValue(name: string): string {
  const [type] = mandatory.find((attribute) => attribute.name === name)?.types ?? [];
  return type === 'number' ? '0' : '""';
}
