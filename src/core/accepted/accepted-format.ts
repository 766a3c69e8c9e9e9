import { findUuidKey } from '../record/trace-id';
import type { Localizer } from '../text/localization';
import { type Span, spanFrom } from '../text/span';
import { type JsonPath, pathText, spansAt } from '../user-catalog/json-path';
import { parseJson } from '../user-catalog/parse-json';
import { type JsonObject, member, Validator } from '../user-catalog/validator';
import type { Acceptance } from './acceptance';

/** The only version of the format. */
const version = 1;

/** A file with more is refused: who accepts so many findings has better turned a rule off. */
export const maxAcceptances = 100_000;

/** A file of accepted findings, or why it is rejected as a whole. */
export type AcceptedFile =
  | {
      readonly acceptances: readonly Acceptance[];
      /** What the file names as its schema. */
      readonly schema?: string;
      readonly problems?: undefined;
    }
  | { readonly acceptances?: undefined; readonly problems: readonly AcceptedFileProblem[] };

export interface AcceptedFileProblem {
  readonly message: string;
  readonly span: Span;
}

/** Reads a file of accepted findings: schemas/cts-trace-accepted.schema.json. */
export function readAcceptedFile(text: string, localizer: Localizer): AcceptedFile {
  const { t } = localizer;
  const rejected = (message: string, span: Span) => ({
    message: t('Invalid file of accepted findings; none of it is used: {0}', message),
    span,
  });
  const parsed = parseJson(text);
  if (!('value' in parsed)) return { problems: [rejected(t('invalid JSON'), parsed.span)] };
  const validator = new Validator(localizer);
  const acceptances = readRoot(parsed.value, validator);
  const { problems } = validator;
  if (problems.length === 0) return { acceptances, ...schemaOf(parsed.value) };
  const spans = spansAt(
    text,
    problems.map(({ path }) => path),
  );
  return {
    problems: problems.map(({ message }, index) => rejected(message, spans[index] ?? spanFrom(0, 0))),
  };
}

/** The text of a file of accepted findings, with a line for each, so that its history can be read. */
export function acceptedFileText(acceptances: readonly Acceptance[], schema?: string): string {
  const lines = acceptances.map(({ rule, traceId, keyPath, reason, author, date }) =>
    JSON.stringify({ rule, traceId, keyPath, reason, author, date }),
  );
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  const named = schema === undefined ? '' : `  "$schema": ${JSON.stringify(schema)},\n`;
  return `{\n${named}  "version": ${version},\n  "accepted": ${list}\n}\n`;
}

function schemaOf(value: unknown): { readonly schema?: string } {
  const schema =
    typeof value === 'object' && value !== null && '$schema' in value ? value.$schema : undefined;
  return typeof schema === 'string' ? { schema } : {};
}

function readRoot(value: unknown, validator: Validator): readonly Acceptance[] {
  const root = validator.isObject(value) ? value : {};
  if (member(root, 'version') !== version || !Array.isArray(member(root, 'accepted'))) {
    validator.report([], ({ t }) => t('expected an object with "version": 1 and a list "accepted"'));
    return [];
  }
  rejectOthers(root, [], ['$schema', 'version', 'accepted'], validator);
  return validator.objects(member(root, 'accepted'), ['accepted'], (entry, path) =>
    readEntry(entry, path, validator),
  );
}

function readEntry(entry: JsonObject, path: JsonPath, validator: Validator): Acceptance {
  const at = (key: string) => [member(entry, key), [...path, key]] as const;
  rejectOthers(entry, path, ['rule', 'traceId', 'keyPath', 'reason', 'author', 'date'], validator);
  const author = validator.optionalString(...at('author'));
  return {
    rule: validator.string(...at('rule')),
    traceId: readTraceId(...at('traceId'), validator),
    keyPath: readKeyPath(...at('keyPath'), validator),
    reason: validator.string(...at('reason')),
    ...(author === undefined ? {} : { author }),
    date: readDate(...at('date'), validator),
  };
}

function readTraceId(value: unknown, path: JsonPath, validator: Validator): string {
  const id = typeof value === 'string' ? findUuidKey(value) : undefined;
  if (id === undefined) validator.report(path, ({ t }) => t('"{0}" must be a UUID', pathText(path)));
  return id ?? '';
}

function readKeyPath(value: unknown, path: JsonPath, validator: Validator): string {
  if (typeof value === 'string' && (value === '' || value.startsWith('/'))) return value;
  validator.report(path, ({ t }) =>
    t('"{0}" must be a JSON pointer such as "/request/name", or an empty string', pathText(path)),
  );
  return '';
}

function readDate(value: unknown, path: JsonPath, validator: Validator): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  validator.report(path, ({ t }) => t('"{0}" must be a date such as "2026-11-20"', pathText(path)));
  return '';
}

/** What is not understood is not lost when the file is written again: it is reported. */
function rejectOthers(
  object: JsonObject,
  path: JsonPath,
  known: readonly string[],
  validator: Validator,
): void {
  for (const key of Object.keys(object))
    if (!known.includes(key))
      validator.report([...path, key], ({ t }) => t('"{0}" is not known', pathText([...path, key])));
}
