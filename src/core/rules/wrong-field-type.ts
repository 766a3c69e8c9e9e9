import { attributes, findAttribute } from '../catalog/rows/attributes';
import { fieldOf, type Trace } from '../record/trace';
import { type JsonValue, typeOf } from '../text/json';
import type { Voice } from '../text/localization';
import { none, type Report, type Sighting, type TraceRule } from './rule';

/** A field whose JSON type no edition of the documentation and no published sample has for it. */
export const wrongFieldType: TraceRule = {
  id: 'wrong-field-type',
  level: 'warning',
  check(trace) {
    if (!trace.whole) return none;
    let sightings: Sighting[] | undefined;
    trace.forEach((name, value) => {
      if (mayAllBeText && typeof value === 'string') return;
      const known = knownTypes.get(name);
      if (known === undefined || (known & bitOf(value)) !== 0) return;
      sightings ??= [];
      sightings.push({ value: name, report: (voice) => report(trace, name, voice) });
    });
    return sightings ?? none;
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

function report(trace: Trace, name: string, voice: Voice): Report {
  const { types = [] } = findAttribute(name) ?? {};
  const field = fieldOf(trace, name);
  const expected = types.map((type) => nameOfType(type, voice)).join(voice.t(' or '));
  const message = voice.t('"{0}" is {1}: expected {2}', name, nameOfType(field.type ?? '', voice), expected);
  return { message, span: field.valueSpan };
}

function nameOfType(type: string, voice: Voice): string {
  const names: Readonly<Record<string, string>> = {
    string: voice.t('a text'),
    number: voice.t('a number'),
    boolean: voice.t('true or false'),
    object: voice.t('an object'),
    array: voice.t('an array'),
  };
  return names[type] ?? type;
}
