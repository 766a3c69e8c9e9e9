import { locateField, locateFields } from '../record/field-spans';
import type { Field, ParseError, Trace } from '../record/trace';
import { isObject, type JsonObject, type JsonValue, tryParse } from '../text/json';
import { hasOuterWhitespace, skipWhitespace } from '../text/whitespace';
import { DamagedTrace } from './damaged-trace';
import { hasRepeatedKeys, type KeyCensus } from './repeated-keys';
import { parseMembers, splitMembers } from './split-members';
import { parseTolerantly } from './tolerant-parser';

/**
 * Reads the source of one record, from its opening brace to its closing one or to where it was cut off. `JSON.parse`
 * reads valid JSON, the tolerant parser anything else; fields are located on first use.
 */
export function readTrace(text: string): Trace {
  const object = tryParse(text) as JsonValue | undefined;
  return isObject(object) ? traceOfValidJson(text, object) : readMembers(text);
}

/**
 * The same for a record that is probably broken. `JSON.parse` is slow to reject a text, so it gets what may be valid
 * only: all of it, or the members before the damage.
 */
export function readBrokenTrace(text: string): Trace {
  const split = splitMembers(text, 0, text.length);
  const isWhole = split.end !== undefined && skipWhitespace(text, split.end, text.length) === text.length;
  if (isWhole) return readTrace(text);
  return new DamagedTrace(text, parseTolerantly(text, 0, { members: parseMembers(text, 0, split) }));
}

/** @param object what `JSON.parse` made of the text */
export function traceOfValidJson(text: string, object: JsonObject): Trace {
  let count = 0;
  const others: string[] = [];
  for (const name in object) {
    if (hasOuterWhitespace(name)) return readMembers(text);
    if (typeof object[name] !== 'string') others.push(name);
    count++;
  }
  return new ValidTrace(text, object, { count, others });
}

/** A class, not an object of functions, because files hold tens of thousands of them. */
class ValidTrace implements Trace {
  readonly isWellFormed = true;
  private locatedFields: readonly Field[] | undefined;
  private repeatsKeys: boolean | undefined;

  constructor(
    readonly text: string,
    private readonly object: JsonObject,
    private readonly keys: KeyCensus,
  ) {}

  get hasRepeatedKeys(): boolean {
    this.repeatsKeys ??= hasRepeatedKeys(this.text, this.object, this.keys);
    return this.repeatsKeys;
  }

  value(name: string): JsonValue | undefined {
    return this.object[name];
  }

  forEach(visit: (name: string, value: JsonValue) => void): void {
    // Inherited properties are not enumerable: only own keys come up
    for (const name in this.object) {
      const value = this.object[name];
      if (value !== undefined) visit(name, value);
    }
  }

  namesOfOthers(): readonly string[] {
    return this.keys.others;
  }

  fields(): readonly Field[] {
    this.locatedFields ??= this.hasRepeatedKeys
      ? parseTolerantly(this.text, 0).fields
      : locateFields(this.text, this.object);
    return this.locatedFields;
  }

  fieldsNamed(names: readonly string[]): readonly Field[] {
    const found: Field[] = [];
    for (const name of names) {
      if (this.value(name) === undefined) continue;
      const field = this.locatedFields ? undefined : locateField(this.text, this.object, name);
      if (field === undefined) return this.fields().filter((each) => names.includes(each.name));
      found.push(field);
    }
    return found.sort(byPlace);
  }

  parseErrors(): readonly ParseError[] {
    return noErrors;
  }
}

const noErrors: readonly ParseError[] = [];

/** The same record, if its surroundings show that part of it is missing. */
export function markIncomplete(trace: Trace): Trace {
  if (!trace.isWellFormed) return trace;
  return {
    text: trace.text,
    isWellFormed: false,
    hasRepeatedKeys: trace.hasRepeatedKeys,
    value: (name) => trace.value(name),
    forEach: (visit) => trace.forEach(visit),
    namesOfOthers: () => trace.namesOfOthers(),
    fields: () => trace.fields(),
    fieldsNamed: (names) => trace.fieldsNamed(names),
    parseErrors: () => trace.parseErrors(),
  };
}

/** Reads a record member by member: broken ones, and valid ones whose keys have whitespace around them. */
function readMembers(text: string): Trace {
  return new DamagedTrace(text, parseTolerantly(text, 0));
}

function byPlace(one: Field, other: Field): number {
  return one.keySpan.offset - other.keySpan.offset;
}
