import type { Catalog } from '../catalog/catalog';
import { findCloseNames } from '../catalog/close-names';
import { groupBy } from '../catalog/group-by';
import { normalizeName } from '../catalog/known-names';
import { truncate } from '../text/display-text';
import { editDistance } from '../text/edit-distance';
import type { Localizer } from '../text/localization';
import type { LookUpEntry } from './look-up';

/** A row of the look-up list: an event, or a note about the list. */
export type LookUpRow =
  | { readonly kind: 'event'; readonly entry: LookUpEntry }
  | { readonly kind: 'note'; readonly text: string };

export interface LookUpList {
  readonly entries: readonly LookUpEntry[];
  readonly catalog: Catalog;
  readonly localizer: Localizer;
}

/** More than anyone scrolls through, and few enough to send on every keystroke. */
const maxMatches = 200;
const maxSuggestions = 8;
/** In characters, of the query quoted in a note. */
const maxQuotedLength = 60;

/**
 * The rows for a query: events that contain all its words, matches of the name first and IMS before equally good
 * matches; if there are none, similar names.
 */
export function lookUpRows({ entries, catalog, localizer }: LookUpList, query: string): readonly LookUpRow[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return entries.map(toRow);
  const matches = findMatches(entries, wanted);
  if (matches.length > maxMatches) {
    const more = localizer.t('{0} more; keep typing to see them', matches.length - maxMatches);
    return [...matches.slice(0, maxMatches).map(toRow), { kind: 'note', text: more }];
  }
  return matches.length > 0
    ? matches.map(toRow)
    : suggestionRows({ entries, catalog, localizer }, query.trim());
}

function toRow(entry: LookUpEntry): LookUpRow {
  return { kind: 'event', entry };
}

/** The sort is stable and the catalog begins with IMS, so IMS precedes others of the same rank. */
function findMatches(entries: readonly LookUpEntry[], wanted: string): readonly LookUpEntry[] {
  const words = wanted.split(/\s+/);
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, wanted, words);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

/** Lower is better; `undefined` if a word is missing. */
function rankOf(
  { name, where, label }: LookUpEntry,
  wanted: string,
  words: readonly string[],
): number | undefined {
  const lowerCase = name.toLowerCase();
  if (lowerCase === wanted) return 0;
  if (lowerCase.startsWith(wanted)) return 1;
  if (lowerCase.includes(wanted)) return 2;
  const all = `${lowerCase}\n${where}\n${label}`.toLowerCase();
  return words.every((word) => all.includes(word)) ? 3 : undefined;
}

function suggestionRows({ entries, catalog, localizer }: LookUpList, query: string): readonly LookUpRow[] {
  const { t } = localizer;
  const close = closestEntries(entries, catalog, query);
  const shown = truncate(query, maxQuotedLength);
  const text =
    close.length > 0 ? t('No event matches "{0}". Did you mean:', shown) : t('No event matches "{0}"', shown);
  return [{ kind: 'note', text }, ...close.map(toRow)];
}

/** The events with similar names, those of IMS first, then by edit distance. */
function closestEntries(
  entries: readonly LookUpEntry[],
  catalog: Catalog,
  query: string,
): readonly LookUpEntry[] {
  const normalized = normalizeName(query);
  const close = [...groupBy(entries, ({ service }) => service)].flatMap(([service, ofService]) => {
    const names = findCloseNames({ service, resourceType: undefined, name: query }, catalog);
    return names.flatMap((name) => {
      const entry = ofService.find((candidate) => candidate.name === name);
      const distance = service === 'IMS' ? 0 : editDistance(normalized, normalizeName(name));
      return entry ? [{ entry, distance }] : [];
    });
  });
  return close
    .sort((one, other) => one.distance - other.distance)
    .slice(0, maxSuggestions)
    .map(({ entry }) => entry);
}
