import type { Catalog } from '../catalog/catalog';
import { findCloseNames } from '../catalog/close-names';
import { groupBy } from '../catalog/group-by';
import { normalizeName } from '../catalog/known-names';
import { truncate } from '../text/display-text';
import { editDistance } from '../text/edit-distance';
import type { Localizer } from '../text/localization';
import type { LookUpEntry } from './look-up';
import { isInName, normalizeTerm, type Query, rankOf, toQuery } from './look-up-rank';

/** A row of the look-up list: an event, or a note about the list. */
export type LookUpRow =
  | {
      readonly kind: 'event';
      readonly entry: LookUpEntry;
      /** Why it matches, if nothing that the row shows tells. */
      readonly because?: string;
    }
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
 * The rows for a query, the best matches first and IMS before equally good ones; if there are none, similar names.
 */
export function lookUpRows({ entries, catalog, localizer }: LookUpList, query: string): readonly LookUpRow[] {
  if (query.trim() === '') return entries.map((entry) => ({ kind: 'event', entry }));
  const wanted = toQuery(query);
  const matches = findMatches(entries, wanted);
  if (matches.length === 0) return suggestionRows({ entries, catalog, localizer }, query.trim());
  const rows = matches.slice(0, maxMatches).map((entry) => toRow(entry, wanted));
  if (matches.length <= maxMatches) return rows;
  const more = localizer.t('{0} more; keep typing to see them', matches.length - maxMatches);
  return [...rows, { kind: 'note', text: more }];
}

function toRow(entry: LookUpEntry, query?: Query): LookUpRow {
  const because = query && findReason(entry, query);
  return { kind: 'event', entry, ...(because === undefined ? {} : { because }) };
}

/** The term that contains what the shown strings lack. */
function findReason(
  { name, where, label, terms }: LookUpEntry,
  { phrase, words }: Query,
): string | undefined {
  const shown = normalizeTerm(`${name}\n${where}\n${label}`);
  const missing = words.filter((word) => !shown.includes(word));
  if (missing.length === 0) return undefined;
  const isIn = (term: string, wanted: readonly string[]): boolean =>
    wanted.every((word) => normalizeTerm(term).includes(word));
  return terms.find((term) => isIn(term, [phrase])) ?? terms.find((term) => isIn(term, missing));
}

/**
 * The sort is stable and the catalog begins with IMS, so IMS precedes others of the same rank. Among those that have the
 * word in their names, short names come first: `createServer` before `createPrivateDnsServer`.
 */
function findMatches(entries: readonly LookUpEntry[], query: Query): readonly LookUpEntry[] {
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry.search, query);
    if (rank === undefined) return [];
    const length = entry.service === 'IMS' || !isInName(rank) ? 0 : entry.name.length;
    return [{ entry, rank, length }];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank || one.length - other.length)
    .map(({ entry }) => entry);
}

function suggestionRows({ entries, catalog, localizer }: LookUpList, query: string): readonly LookUpRow[] {
  const { t } = localizer;
  const close = closestEntries(entries, catalog, query);
  const shown = truncate(query, maxQuotedLength);
  const text =
    close.length > 0
      ? t('No event matches "{0}". Did you mean:', shown)
      : t(
          'No event matches "{0}". Try a service such as ECS, an operation, or a path such as /v2/images',
          shown,
        );
  return [{ kind: 'note', text }, ...close.map((entry) => toRow(entry))];
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
