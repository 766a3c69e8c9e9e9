import { attributes, findAttribute } from '../catalog/rows/attributes';
import { fieldOf, type Trace } from '../record/trace';
import { type JsonValue, typeOf } from '../text/json';
import type { Localizer } from '../text/localization';
import { noMatches, type Report, type RuleMatch, type TraceRule } from './rule';

/** A field whose JSON type no edition of the documentation and no published sample has for it. */
export const wrongFieldType: TraceRule = {
  id: 'wrong-field-type',
  level: 'warning',
  check(trace) {
    if (!trace.isWellFormed) return noMatches;
    let sightings: RuleMatch[] | undefined;
    trace.forEach((name, value) => {
      if (mayAllBeText && typeof value === 'string') return;
      const known = knownTypes.get(name);
      if (known === undefined || (known & bitOf(value)) !== 0) return;
      sightings ??= [];
      sightings.push({ value: name, report: (localizer) => report(trace, name, localizer) });
    });
    return sightings ?? noMatches;
  },
};

/** A bit for each JSON type; all of them for `null`, which is never wrong. Bits, because every field is looked at. */
const bits = { string: 1, number: 2, boolean: 4, object: 8, array: 16, null: 31 } as const;

const knownTypes: ReadonlyMap<string, number> = new Map(
  attributes.flatMap(({ name, types }) =>
    types ? [[name, types.reduce((sum, type) => sum | bits[type], 0)] as const] : [],
  ),
);

/** Whether no field is wrong as a text: most fields are one, and need no further look. */
const mayAllBeText = [...knownTypes.values()].every((known) => (known & bits.string) !== 0);

function bitOf(value: JsonValue): number {
  return bits[typeOf(value)];
}

function report(trace: Trace, name: string, localizer: Localizer): Report {
  const { types = [] } = findAttribute(name) ?? {};
  const field = fieldOf(trace, name);
  const expected = types.map((type) => nameOfType(type, localizer)).join(localizer.t(' or '));
  const message = localizer.t(
    '"{0}" is {1}: expected {2}',
    name,
    nameOfType(field.type ?? '', localizer),
    expected,
  );
  return { message, span: field.valueSpan };
}

function nameOfType(type: string, localizer: Localizer): string {
  const names: Readonly<Record<string, string>> = {
    string: localizer.t('a text'),
    number: localizer.t('a number'),
    boolean: localizer.t('true or false'),
    object: localizer.t('an object'),
    array: localizer.t('an array'),
  };
  return names[type] ?? type;
}
