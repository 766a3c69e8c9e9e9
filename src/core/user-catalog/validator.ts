import type { Localizer } from '../text/localization';
import { type JsonPath, pathText } from './json-path';

/** More would not help to fix a catalog. */
const maxProblems = 20;

interface ValidationProblem {
  readonly path: JsonPath;
  readonly message: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads values of an expected type and collects a problem for each that is not. */
export class Validator {
  readonly problems: ValidationProblem[] = [];

  constructor(private readonly localizer: Localizer) {}

  report(path: JsonPath, toMessage: (localizer: Localizer) => string): void {
    if (this.problems.length < maxProblems) this.problems.push({ path, message: toMessage(this.localizer) });
  }

  isObject(value: unknown): value is JsonObject {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }

  /** Reads each element; an absent list is empty. */
  list<T>(value: unknown, path: JsonPath, read: (element: unknown, path: JsonPath) => T): readonly T[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.map((element: unknown, index) => read(element, [...path, index]));
    this.report(path, ({ t }) => t('"{0}" must be an array', pathText(path)));
    return [];
  }

  /** `undefined`, with a problem, if the value is no object. */
  object<T>(value: unknown, path: JsonPath, read: (object: JsonObject, path: JsonPath) => T): T | undefined {
    if (this.isObject(value)) return read(value, path);
    this.report(path, ({ t }) => t('"{0}" must be an object', pathText(path)));
    return undefined;
  }

  /** Reads each element; those that are no objects are reported and left out. */
  objects<T>(value: unknown, path: JsonPath, read: (object: JsonObject, path: JsonPath) => T): readonly T[] {
    return this.list(value, path, (element, at) => this.object(element, at, read)).filter(
      (row) => row !== undefined,
    );
  }

  /** A string that is not blank. */
  readonly string = (value: unknown, path: JsonPath): string => {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.report(path, ({ t }) => t('"{0}" must be a non-empty string', pathText(path)));
    return '';
  };

  /** Like {@link string}, but may be absent or empty. */
  optionalString(value: unknown, path: JsonPath): string | undefined {
    return value === undefined || value === null || value === '' ? undefined : this.string(value, path);
  }

  /** One of the choices; the first one if absent. */
  choice<T extends string>(value: unknown, path: JsonPath, choices: readonly [T, ...T[]]): T {
    const [defaultChoice] = choices;
    if (value === undefined) return defaultChoice;
    const chosen = choices.find((choice) => choice === value);
    if (chosen !== undefined) return chosen;
    this.report(path, ({ t }) => t('"{0}" must be one of {1}', pathText(path), choices.join(' | ')));
    return defaultChoice;
  }
}

/** An own member of a parsed object, never an inherited one. */
export function member(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
