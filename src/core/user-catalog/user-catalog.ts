import { type ParseError, parse } from 'jsonc-parser';
import type { Addition } from '../catalog/service-catalog';
import type { Voice } from '../text/localization';
import { type Span, spanFrom } from '../text/span';
import { spansAt } from './json-path';
import { readOperations } from './list-operations-format';
import { readOwnForm } from './own-format';
import { Form } from './validator';

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
export function readUserCatalog(text: string, file: string, voice: Voice): UserCatalog {
  const read = parseJson(text);
  if (!('value' in read)) {
    const message = voice.t('broken catalog, nothing of it is in force: {0}', voice.t('broken JSON'));
    return { problems: [{ message, span: read.span }] };
  }
  const form = new Form(voice);
  const addition = readAddition(read.value, file, form);
  if (addition && form.problems.length === 0) return { addition };
  const spans = spansAt(
    text,
    form.problems.map(({ path }) => path),
  );
  return {
    problems: form.problems.map(({ message }, index) => ({
      message: voice.t('broken catalog, nothing of it is in force: {0}', message),
      span: spans[index] ?? spanFrom(0, 0),
    })),
  };
}

function readAddition(value: unknown, file: string, form: Form): Addition | undefined {
  const root = form.isObject(value) ? value : {};
  if (Object.hasOwn(root, 'operations')) return readOperations(root, file, form);
  if (Object.hasOwn(root, 'events')) return readOwnForm(root, file, form);
  form.tell([], ({ t }) =>
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
