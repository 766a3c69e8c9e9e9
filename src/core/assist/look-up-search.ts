import type { Catalog } from '../catalog/catalog';
import { findCloseNames } from '../catalog/close-names';
import { editDistance } from '../catalog/edit-distance';
import { groupBy } from '../catalog/group-by';
import { normalizeName } from '../catalog/known-names';
import { truncate } from '../text/display-text';
import type { Localizer } from '../text/localization';
import type { LookUpEntry } from './look-up';

/** A line of the list: an event, or something that is said of the list. */
export type LookUpRow =
  | { readonly kind: 'event'; readonly entry: LookUpEntry }
  | { readonly kind: 'note'; readonly text: string };

/** What is looked through. */
export interface LookUpList {
  readonly entries: readonly LookUpEntry[];
  readonly catalog: Catalog;
  readonly localizer: Localizer;
}

/** More than anyone scrolls through, few enough to be handed over with every key. */
const mostFound = 200;
const mostClose = 8;
/** How many characters of what was typed are repeated. */
const longestShown = 60;

/**
 * What the list shows for a text: events that have all its words, those of that name first, IMS before others that match
 * as well; where there is none, what may have been meant.
 */
export function lookUpRows({ entries, catalog, localizer }: LookUpList, text: string): readonly LookUpRow[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return entries.map(toRow);
  const found = findMatches(entries, wanted);
  if (found.length > mostFound) {
    const more = localizer.t('{0} more: type on to see them', found.length - mostFound);
    return [...found.slice(0, mostFound).map(toRow), { kind: 'note', text: more }];
  }
  return found.length > 0 ? found.map(toRow) : instead({ entries, catalog, localizer }, text.trim());
}

function toRow(entry: LookUpEntry): LookUpRow {
  return { kind: 'event', entry };
}

/** The catalog begins with IMS, and among equals its order stays. */
function findMatches(entries: readonly LookUpEntry[], wanted: string): readonly LookUpEntry[] {
  const words = wanted.split(/\s+/);
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, wanted, words);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

/** Less is better; `undefined` where a word is missing. */
function rankOf(
  { name, where, label }: LookUpEntry,
  wanted: string,
  words: readonly string[],
): number | undefined {
  const folded = name.toLowerCase();
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  if (folded.includes(wanted)) return 2;
  const all = `${folded}\n${where}\n${label}`.toLowerCase();
  return words.every((word) => all.includes(word)) ? 3 : undefined;
}

function instead({ entries, catalog, localizer }: LookUpList, typed: string): readonly LookUpRow[] {
  const { t } = localizer;
  const close = findClose(entries, catalog, typed);
  const shown = truncate(typed, longestShown);
  const text =
    close.length > 0
      ? t('no event matches "{0}", closest known:', shown)
      : t('no event matches "{0}"', shown);
  return [{ kind: 'note', text }, ...close.map(toRow)];
}

/** The events of close names, those of IMS first and then the closest. */
function findClose(entries: readonly LookUpEntry[], catalog: Catalog, typed: string): readonly LookUpEntry[] {
  const folded = normalizeName(typed);
  const close = [...groupBy(entries, ({ service }) => service)].flatMap(([service, ofService]) => {
    const names = findCloseNames({ service, resourceType: undefined, name: typed }, catalog);
    return names.flatMap((name) => {
      const entry = ofService.find((found) => found.name === name);
      const distance = service === 'IMS' ? 0 : editDistance(folded, normalizeName(name));
      return entry ? [{ entry, distance }] : [];
    });
  });
  return close
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostClose)
    .map(({ entry }) => entry);
}
