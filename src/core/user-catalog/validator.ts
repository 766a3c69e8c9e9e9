import type { Localizer } from '../text/localization';
import { type JsonPath, pathText } from './json-path';

/** More would not help to mend a catalog. */
const maxProblems = 20;

interface ValidationProblem {
  readonly path: JsonPath;
  readonly message: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads values that must be of some kind, and keeps what is wrong with them. */
export class Validator {
  readonly problems: ValidationProblem[] = [];

  constructor(private readonly localizer: Localizer) {}

  report(path: JsonPath, say: (localizer: Localizer) => string): void {
    if (this.problems.length < maxProblems) this.problems.push({ path, message: say(this.localizer) });
  }

  isObject(value: unknown): value is JsonObject {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }

  /** A list of values that are read each; none where there is no list. */
  list<T>(value: unknown, path: JsonPath, read: (element: unknown, path: JsonPath) => T): readonly T[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.map((element: unknown, index) => read(element, [...path, index]));
    this.report(path, ({ t }) => t('"{0}" must be a list', pathText(path)));
    return [];
  }

  /** What is read of an object; `undefined` where there is none. */
  object<T>(value: unknown, path: JsonPath, read: (object: JsonObject, path: JsonPath) => T): T | undefined {
    if (this.isObject(value)) return read(value, path);
    this.report(path, ({ t }) => t('"{0}" must be an object', pathText(path)));
    return undefined;
  }

  /** A list of objects that are read each. */
  objects<T>(value: unknown, path: JsonPath, read: (object: JsonObject, path: JsonPath) => T): readonly T[] {
    return this.list(value, path, (element, at) => this.object(element, at, read)).filter(
      (row) => row !== undefined,
    );
  }

  readonly text = (value: unknown, path: JsonPath): string => {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.report(path, ({ t }) => t('"{0}" must be a text that is not empty', pathText(path)));
    return '';
  };

  /** The same where it may be absent or empty. */
  optionalText(value: unknown, path: JsonPath): string | undefined {
    return value === undefined || value === null || value === '' ? undefined : this.text(value, path);
  }

  choice<T extends string>(value: unknown, path: JsonPath, choices: readonly [T, ...T[]]): T {
    const [usual] = choices;
    if (value === undefined) return usual;
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    this.report(path, ({ t }) => t('"{0}" must be one of {1}', pathText(path), choices.join(' | ')));
    return usual;
  }
}

/** A member of an object from JSON, never one that every object inherits. */
export function member(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
