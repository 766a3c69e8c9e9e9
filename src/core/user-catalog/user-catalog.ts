import type { Addition } from '../catalog/service-catalog';
import type { Localizer } from '../text/localization';
import { type Span, spanFrom } from '../text/span';
import { readOwnFormat } from './catalog-format';
import { spansAt } from './json-path';
import { readListOperations } from './list-operations-format';
import { parseJson } from './parse-json';
import { Validator } from './validator';

/** The rule id and severity of findings in catalog files. */
export const brokenCatalog = { id: 'broken-catalog', level: 'error' } as const;

/** What a user's catalog adds, or why it is rejected as a whole. */
export type UserCatalog =
  | { readonly addition: Addition; readonly problems?: undefined }
  | { readonly addition?: undefined; readonly problems: readonly CatalogProblem[] };

export interface CatalogProblem {
  readonly message: string;
  readonly span: Span;
}

/**
 * Reads a catalog in this project's own format, or an unchanged response of the ListOperations API.
 *
 * @param file its name, recorded as the source of every event it adds
 */
export function readUserCatalog(text: string, file: string, localizer: Localizer): UserCatalog {
  const parsed = parseJson(text);
  if (!('value' in parsed)) {
    const message = localizer.t('Invalid catalog; none of it is used: {0}', localizer.t('invalid JSON'));
    return { problems: [{ message, span: parsed.span }] };
  }
  const validator = new Validator(localizer);
  const addition = readAddition(parsed.value, file, validator);
  if (addition && validator.problems.length === 0) return { addition };
  const spans = spansAt(
    text,
    validator.problems.map(({ path }) => path),
  );
  return {
    problems: validator.problems.map(({ message }, index) => ({
      message: localizer.t('Invalid catalog; none of it is used: {0}', message),
      span: spans[index] ?? spanFrom(0, 0),
    })),
  };
}

function readAddition(value: unknown, file: string, validator: Validator): Addition | undefined {
  const root = validator.isObject(value) ? value : {};
  if (Object.hasOwn(root, 'operations')) return readListOperations(root, file, validator);
  if (Object.hasOwn(root, 'events')) return readOwnFormat(root, file, validator);
  validator.report([], ({ t }) =>
    t('expected an object with "events", or with "operations" as in a ListOperations API response'),
  );
  return undefined;
}
