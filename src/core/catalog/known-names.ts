import type { CatalogEvent } from './rows/row-types';

/** An event name with the form in which it is compared with a possible typo. */
export interface KnownName {
  readonly name: string;
  readonly normalized: string;
  readonly letters: Letters;
}

/** What {@link leastDistance} compares. */
export type Letters = Readonly<Uint16Array>;

/** The distinct names of the events. */
export function knownNamesOf(events: readonly CatalogEvent[]): readonly KnownName[] {
  return [...new Set(events.map(({ name }) => name))].map((name) => {
    const normalized = normalizeName(name);
    return { name, normalized, letters: lettersIn(normalized) };
  });
}

/** How often characters occur in a name, in 32 places: different letters have different ones, others may share one. */
export function lettersIn(normalized: string): Letters {
  const letters = new Uint16Array(32);
  for (let at = 0; at < normalized.length; at++) {
    const place = normalized.charCodeAt(at) & 31;
    letters[place] = (letters[place] ?? 0) + 1;
  }
  return letters;
}

/** A lower bound of the edit distance: each character that only one name has takes an edit of its own. */
export function leastDistance(one: Letters, other: Letters): number {
  let more = 0;
  let fewer = 0;
  for (let place = 0; place < 32; place++) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference > 0) more += difference;
    else fewer -= difference;
  }
  return Math.max(more, fewer);
}

/** Lower case, letters and digits only, so that `Create_Image` equals `createImage`. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
