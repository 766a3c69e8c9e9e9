import { findAttribute } from '../catalog/catalog';
import type { Attribute } from '../catalog/types';
import type { Voice } from '../language';
import { findField, type Trace, typeOf } from '../trace';
import type { Report, TraceRule } from './rule';

/** A field whose JSON type no edition of the documentation and no published sample has for it. */
export const wrongFieldType: TraceRule = {
  id: 'wrong-field-type',
  level: 'warning',
  check(trace, voice) {
    if (!trace.whole) return [];
    const reports: Report[] = [];
    for (const name of trace.names()) {
      const attribute = findAttribute(name);
      if (attribute && !hasKnownType(trace, attribute)) reports.push(...report(trace, attribute, voice));
    }
    return reports;
  },
};

function hasKnownType(trace: Trace, { name, types }: Attribute): boolean {
  const value = trace.value(name);
  if (types === undefined || value === undefined || value === null) return true;
  return types.includes(typeOf(value));
}

function report(trace: Trace, { name, types = [] }: Attribute, voice: Voice): readonly Report[] {
  const field = findField(trace, name);
  if (field?.type === undefined) return [];
  const expected = types.map((type) => nameOfType(type, voice)).join(voice.t(' or '));
  const message = voice.t('"{0}" is {1}: expected {2}', name, nameOfType(field.type, voice), expected);
  return [{ message, span: field.valueSpan, value: name }];
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
