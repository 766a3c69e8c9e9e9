import { locateFields } from '../record/field-spans';
import type { Field, ParseError, Trace } from '../record/trace';
import type { JsonObject, JsonValue } from '../text/json';
import type { ParsedObject } from './parse-state';

const noMembers: JsonObject = {};

/** A record that the tolerant parser read, maybe after members that `JSON.parse` did. */
export class DamagedTrace implements Trace {
  readonly isWellFormed: boolean;
  /** What `JSON.parse` read. */
  private readonly object: JsonObject;
  /** The values of other fields, or those that count instead. */
  private readonly values: ReadonlyMap<string, JsonValue>;
  private locatedFields: readonly Field[] | undefined;

  /** @param parsed what the parser made of the text, from its beginning */
  constructor(
    readonly text: string,
    private readonly parsed: ParsedObject,
  ) {
    this.isWellFormed = parsed.isClosed && parsed.errors.length === 0;
    this.object = parsed.members?.object ?? noMembers;
    this.values = valuesOf(parsed.fields);
  }

  get hasRepeatedKeys(): boolean {
    const { fields, members } = this.parsed;
    const names = new Set(fields.map(({ name }) => name));
    return names.size !== fields.length || members?.keys.some((key) => names.has(key)) === true;
  }

  value(name: string): JsonValue | undefined {
    const value = this.values.get(name);
    return value === undefined ? this.object[name] : value;
  }

  forEach(visit: (name: string, value: JsonValue) => void): void {
    for (const name in this.object) {
      const value = this.value(name);
      if (value !== undefined) visit(name, value);
    }
    for (const [name, value] of this.values) if (!Object.hasOwn(this.object, name)) visit(name, value);
  }

  namesOfOthers(): readonly string[] {
    const names: string[] = [];
    this.forEach((name, value) => {
      if (typeof value !== 'string') names.push(name);
    });
    return names;
  }

  fields(): readonly Field[] {
    this.locatedFields ??= this.locateAll();
    return this.locatedFields;
  }

  fieldsNamed(names: readonly string[]): readonly Field[] {
    return this.fields().filter(({ name }) => names.includes(name));
  }

  parseErrors(): readonly ParseError[] {
    const { errors, comments } = this.parsed;
    return comments.length === 0 ? errors : [...errors, ...comments].sort(byPlace);
  }

  private locateAll(): readonly Field[] {
    const { fields, members } = this.parsed;
    if (members === undefined) return fields;
    return [...locateFields(this.text.slice(0, members.end), members.object), ...fields];
  }
}

function valuesOf(fields: readonly Field[]): ReadonlyMap<string, JsonValue> {
  const values = new Map<string, JsonValue>();
  for (const { name, value } of fields) if (value !== undefined) values.set(name, value);
  return values;
}

function byPlace(one: ParseError, other: ParseError): number {
  return one.span.offset - other.span.offset;
}
