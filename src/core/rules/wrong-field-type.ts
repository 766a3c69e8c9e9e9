import { findAttribute } from '../catalog/catalog';
import type { Attribute } from '../catalog/types';
import type { Voice } from '../language';
import { fieldOf, type JsonValue, type Trace, typeOf } from '../trace';
import { none, type Report, type Sighting, type TraceRule } from './rule';

/** A field whose JSON type no edition of the documentation and no published sample has for it. */
export const wrongFieldType: TraceRule = {
  id: 'wrong-field-type',
  level: 'warning',
  check(trace) {
    if (!trace.whole) return none;
    let sightings: Sighting[] | undefined;
    trace.forEach((name, value) => {
      const attribute = findAttribute(name);
      if (attribute === undefined || hasKnownType(attribute, value)) return;
      sightings ??= [];
      sightings.push({ value: name, report: (voice) => report(trace, attribute, voice) });
    });
    return sightings ?? none;
  },
};

function hasKnownType({ types }: Attribute, value: JsonValue): boolean {
  return types === undefined || value === null || types.includes(typeOf(value));
}

function report(trace: Trace, { name, types = [] }: Attribute, voice: Voice): Report {
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
