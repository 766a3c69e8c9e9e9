import { type ParseError, parse } from 'jsonc-parser';
import type { Addition } from '../catalog/service-catalog';
import type { Localizer } from '../text/localization';
import { type Span, spanFrom } from '../text/span';
import { spansAt } from './json-path';
import { readListOperations } from './list-operations-format';
import { readOwnFormat } from './own-format';
import { Validator } from './validator';

/** What findings in catalog files are called. */
export const brokenCatalog = { id: 'broken-catalog', level: 'error' } as const;

/** A catalog that a user adds, or why nothing of it can be used. */
export type UserCatalog =
  | { readonly addition: Addition; readonly problems?: undefined }
  | { readonly addition?: undefined; readonly problems: readonly CatalogProblem[] };

export interface CatalogProblem {
  readonly message: string;
  readonly span: Span;
}

/**
 * Reads a catalog: this project's own form, or the response of the ListOperations API as it is.
 *
 * @param file what it is called, to be named as the source of what it adds
 */
export function readUserCatalog(text: string, file: string, localizer: Localizer): UserCatalog {
  const read = parseJson(text);
  if (!('value' in read)) {
    const message = localizer.t('broken catalog, nothing of it is in force: {0}', localizer.t('broken JSON'));
    return { problems: [{ message, span: read.span }] };
  }
  const form = new Validator(localizer);
  const addition = readAddition(read.value, file, form);
  if (addition && form.problems.length === 0) return { addition };
  const spans = spansAt(
    text,
    form.problems.map(({ path }) => path),
  );
  return {
    problems: form.problems.map(({ message }, index) => ({
      message: localizer.t('broken catalog, nothing of it is in force: {0}', message),
      span: spans[index] ?? spanFrom(0, 0),
    })),
  };
}

function readAddition(value: unknown, file: string, form: Validator): Addition | undefined {
  const root = form.isObject(value) ? value : {};
  if (Object.hasOwn(root, 'operations')) return readListOperations(root, file, form);
  if (Object.hasOwn(root, 'events')) return readOwnFormat(root, file, form);
  form.report([], ({ t }) =>
    t('a catalog is an object with "events", or with "operations" as the ListOperations API returns it'),
  );
  return undefined;
}

function parseJson(text: string): { readonly value: unknown } | { readonly span: Span } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { span: spanFrom(...findBrokenSpot(text)) };
  }
}

function findBrokenSpot(text: string): [start: number, end: number] {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    // Nested too deeply for jsonc-parser: then the beginning is marked
  }
  const [first] = errors;
  return first ? [first.offset, first.offset + first.length] : [0, 0];
}
