import { type Filter, findValueProblem, type NameField } from '../../rows/filter';
import { editDistance } from '../../text/edit-distance';
import { alternatives, type Localizer } from '../../text/localization';

/** What may stand before a colon, and what it filters by. */
const fields: Readonly<Record<string, NameField | 'ips'>> = {
  user: 'users',
  account: 'accounts',
  event: 'events',
  service: 'services',
  resource: 'resources',
  key: 'accessKeys',
  ip: 'ips',
};

const flags: Readonly<Record<string, Filter>> = {
  failed: { isFailuresOnly: true },
  notable: { isNotableOnly: true },
  change: { isChangesOnly: true },
};

export type FilterText =
  | { readonly kind: 'filter'; readonly filter: Filter }
  /** What is wrong, localised. */
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * Reads what is typed into the filter box: `user:alice event:delete* ip:203.0.113.0/24 is:failed`, and anything else as a
 * text that is sought in the records. Values with blanks are put in quotation marks.
 */
export function readFilterText(typed: string, localizer: Localizer): FilterText {
  const words = [...typed.matchAll(wordPattern)].map(([word]) => word);
  let filter: Filter = {};
  const text: string[] = [];
  for (const word of words) {
    const part = readWord(word, localizer);
    if (part === undefined) text.push(unquote(word));
    else if (part.kind === 'problem') return part;
    else filter = join(filter, part.filter);
  }
  return { kind: 'filter', filter: text.length === 0 ? filter : { ...filter, text: text.join(' ') } };
}

const wordPattern = /(?:[^\s":]+:)?"[^"]*"|\S+/g;

/** `undefined` if it is text to be sought. */
function readWord(word: string, localizer: Localizer): FilterText | undefined {
  const colon = word.indexOf(':');
  const name = word.slice(0, Math.max(0, colon)).toLowerCase();
  const value = unquote(word.slice(colon + 1));
  if (name === 'is') return readFlag(value.toLowerCase(), localizer);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) return findMisspelt(name, localizer);
  const problem = findValueProblem(field, value);
  if (problem === undefined) return { kind: 'filter', filter: { [field]: [value] } };
  const { t } = localizer;
  return {
    kind: 'problem',
    problem:
      problem === 'empty'
        ? t('"{0}:" needs a value', name)
        : t('"{0}" is not an IP address or a range such as 203.0.113.0/24', value),
  };
}

/** A text with a colon may be meant as it is, unless what precedes that is nearly one of the names. */
function findMisspelt(name: string, { t }: Localizer): FilterText | undefined {
  if (name.length < minNameLength) return undefined;
  const meant = Object.keys(fields).find((known) => editDistance(name, known, 1) <= 1);
  return meant === undefined
    ? undefined
    : {
        kind: 'problem',
        problem: t('Did you mean "{0}:"? If not, put the text in quotation marks', meant),
      };
}

/** Shorter ones are near to too many words. */
const minNameLength = 3;

function readFlag(value: string, { t, language }: Localizer): FilterText {
  const filter = Object.hasOwn(flags, value) ? flags[value] : undefined;
  if (filter !== undefined) return { kind: 'filter', filter };
  const names = alternatives(Object.keys(flags), language);
  return { kind: 'problem', problem: t('"is:" needs one of {0}', names) };
}

/** Of several values of a field one is enough. */
function join(filter: Filter, part: Filter): Filter {
  const joined: Record<string, unknown> = { ...filter };
  for (const [name, value] of Object.entries(part)) {
    const before = joined[name];
    joined[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  return joined;
}

function unquote(text: string): string {
  return text.replaceAll('"', '');
}
