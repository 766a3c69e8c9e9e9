import { attributes, findAttribute } from '../catalog/rows/attributes';
import { fieldOf, type Trace } from '../record/trace';
import { type JsonValue, typeOf } from '../text/json';
import { alternatives, type Localizer } from '../text/localization';
import { noMatches, type Report, type RuleMatch, type TraceRule } from './rule';

/** A field of a JSON type that it has in no edition of the documentation and no published sample. */
export const wrongFieldType: TraceRule = {
  id: 'wrong-field-type',
  level: 'warning',
  check(trace) {
    if (!trace.isWellFormed) return noMatches;
    let matches: RuleMatch[] | undefined;
    for (const name of trace.namesOfOthers()) {
      const known = knownTypes.get(name);
      const value = trace.value(name);
      if (known === undefined || value === undefined || (known & bitOf(value)) !== 0) continue;
      matches ??= [];
      matches.push({ value: name, report: (localizer) => report(trace, name, localizer) });
    }
    return matches ?? noMatches;
  },
};

/** JSON types as bits. Every field may be a string; `null` has all of them, since it is never wrong. */
const typeBits = { string: 1, number: 2, boolean: 4, object: 8, array: 16, null: 31 } as const;

const knownTypes: ReadonlyMap<string, number> = new Map(
  attributes.flatMap(({ name, types }) =>
    types ? [[name, types.reduce((sum, type) => sum | typeBits[type], 0)] as const] : [],
  ),
);

function bitOf(value: JsonValue): number {
  return typeBits[typeOf(value)];
}

function report(trace: Trace, name: string, localizer: Localizer): Report {
  const { types = [] } = findAttribute(name) ?? {};
  const field = fieldOf(trace, name);
  const expected = alternatives(
    types.map((type) => nameOfType(type, localizer)),
    localizer.language,
  );
  const message = localizer.t(
    '"{0}" is {1}; expected {2}',
    name,
    nameOfType(field.type ?? '', localizer),
    expected,
  );
  return { message, span: field.valueSpan };
}

function nameOfType(type: string, localizer: Localizer): string {
  const names: Readonly<Record<string, string>> = {
    string: localizer.t('a string'),
    number: localizer.t('a number'),
    boolean: localizer.t('a boolean'),
    object: localizer.t('an object'),
    array: localizer.t('an array'),
  };
  return names[type] ?? type;
}
