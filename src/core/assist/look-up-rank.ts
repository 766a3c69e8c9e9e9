import { normalizeName } from '../catalog/known-names';

/** The strings of an event that a query is compared with, prepared once for all queries. */
export interface Searchable {
  /** As documented: its capitals begin words. */
  readonly name: string;
  readonly lowerName: string;
  /** The code of the service and its full names, in lower case. */
  readonly services: readonly string[];
  /** Everything else, in lower case, one string a line. */
  readonly others: string;
}

/** What was typed, in the forms that are compared. */
export interface Query {
  readonly phrase: string;
  /** Letters and digits only: `Create_Image` is `createimage`. */
  readonly compact: string;
  readonly words: readonly string[];
}

export function toQuery(text: string): Query {
  const phrase = normalizeTerm(text.trim());
  return { phrase, compact: normalizeName(phrase), words: phrase.split(/\s+/) };
}

/**
 * How well an event matches, lower is better: the service or the event itself, what begins like that, a whole word of the
 * name, another whole word, part of the name, part of anything. `undefined` if a word is missing.
 */
export function rankOf(search: Searchable, query: Query): number | undefined {
  const ofPhrase = rankOfTerm(search, query.phrase, query.compact);
  if (query.words.length === 1) return ofPhrase;
  let sum = 1;
  for (const word of query.words) {
    const rank = rankOfTerm(search, word, word);
    if (rank === undefined) return ofPhrase;
    sum += rank;
  }
  return ofPhrase === undefined ? sum : Math.min(ofPhrase, sum);
}

/** Whether a rank of one word means that it is in the middle of the name. */
export function isInName(rank: number): boolean {
  return rank === 2 || rank === 4;
}

function rankOfTerm(search: Searchable, term: string, compact: string): number | undefined {
  const { lowerName, services, others } = search;
  if (lowerName === term || lowerName === compact || services.includes(term)) return 0;
  if (lowerName.startsWith(term) || services[0]?.startsWith(term)) return 1;
  const isPart = lowerName.includes(term);
  if (isPart && isWordOfName(search, term)) return 2;
  if (isWordIn(others, term) || (compact !== '' && isWordIn(others, compact))) return 3;
  if (isPart) return 4;
  return others.includes(term) ? 5 : undefined;
}

/** In lower case; ids and placeholders in a path become alike, so that a path copied from a log is found. */
export function normalizeTerm(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?:\/\/[^/\s]+/g, '')
    .replace(placeholder, '{}');
}

const placeholder = /\{\w+\}|\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b/g;

/** Whether the term is `image` in `createImageMember` or `create_image`, but not in `batchImages`. */
function isWordOfName({ name, lowerName }: Searchable, term: string): boolean {
  return placesOf(lowerName, term).some((start) => {
    const [first, before, after] = [start, start - 1, start + term.length].map((at) => name.charAt(at));
    const begins = before === '' || !/[a-z]/i.test(before ?? '') || /[A-Z]/.test(first ?? '');
    return begins && !/[a-z]/.test(after ?? '');
  });
}

/** Whether the term is there between characters that separate words; in a path, slashes do not. */
function isWordIn(text: string, term: string): boolean {
  return placesOf(text, term).some(
    (start) => isSeparator(text.charAt(start - 1)) && isSeparator(text.charAt(start + term.length)),
  );
}

function isSeparator(character: string): boolean {
  return !/[\p{L}\p{N}/_{}-]/u.test(character);
}

function placesOf(text: string, term: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) places.push(at);
  return places;
}
