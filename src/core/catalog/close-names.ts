import { editDistance } from '../text/edit-distance';
import { findApiOperation } from './api-operations';
import type { Catalog } from './catalog';
import { type KnownName, leastDistance, lettersIn, normalizeName } from './known-names';
import { type EventAliases, imsAliases } from './rows/aliases';

/** An event name in a trace, with the service and resource type that narrow down what was meant. */
export interface WrittenName {
  readonly service: string;
  /** `undefined` if missing or unreadable. */
  readonly resourceType: string | undefined;
  readonly name: string;
}

interface Candidate {
  readonly name: string;
  readonly distance: number;
}

/** In normalized characters; shorter names resemble too many others. */
const minNameLength = 4;
/** Longer strings cannot be names: CTS allows 64 characters, and the longest label has fewer than 80. */
const maxNameLength = 200;
const maxNames = 3;

const imsNamesByAlias = namesByAlias(imsAliases);

/** How many answers are remembered for a catalog. */
const maxRemembered = 10_000;

/** A file has the same unknown names thousands of times, and a catalog never changes. */
const remembered = new WeakMap<Catalog, Map<string, readonly string[]>>();

/**
 * At most three event names that a name may be a typo of, the likeliest first; usually none for a foreign name. An
 * operation of the IMS API is no typo: it gives the events that it probably leaves.
 */
export function findCloseNames(written: WrittenName, catalog: Catalog): readonly string[] {
  if (written.name.length > maxNameLength) return [];
  const answers = remembered.get(catalog) ?? new Map<string, readonly string[]>();
  remembered.set(catalog, answers);
  const key = JSON.stringify([written.service, written.resourceType, written.name]);
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= maxRemembered) answers.clear();
  const names = searchCloseNames(written, catalog);
  answers.set(key, names);
  return names;
}

function searchCloseNames(written: WrittenName, catalog: Catalog): readonly string[] {
  const normalized = normalizeName(written.name);
  if (normalized.length < minNameLength) return [];
  const operation = findApiOperation(written.service, written.name, catalog);
  if (operation !== undefined) return operation.events;
  const names = catalog.namesOf(written.service);
  const candidates = firstNonEmpty([
    () => aliasCandidates(written, normalized),
    () => names.filter((known) => known.normalized === normalized).map(({ name }) => ({ name, distance: 0 })),
    () => namesWithin(names, normalized, Math.max(2, Math.floor(normalized.length / 4))),
    () => withoutAffix(normalized).flatMap((bare) => namesWithin(names, bare, 1)),
  ]);
  const best = Math.min(...candidates.map((candidate) => candidate.distance));
  const close = candidates.filter((candidate) => candidate.distance <= best + 1);
  return rank(close, written, catalog).slice(0, maxNames);
}

function namesByAlias(entries: readonly EventAliases[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const { name, aliases } of entries) {
    for (const alias of aliases) names.set(alias, [...(names.get(alias) ?? []), name]);
  }
  return names;
}

function firstNonEmpty(steps: readonly (() => readonly Candidate[])[]): readonly Candidate[] {
  for (const step of steps) {
    const candidates = step();
    if (candidates.length > 0) return candidates;
  }
  return [];
}

/** Aliases are curated, so they count as exact matches. */
function aliasCandidates({ service }: WrittenName, normalized: string): readonly Candidate[] {
  const names = service.toLowerCase() === 'ims' ? imsNamesByAlias.get(normalized) : undefined;
  return (names ?? []).map((name) => ({ name, distance: 0 }));
}

function namesWithin(names: readonly KnownName[], normalized: string, limit: number): readonly Candidate[] {
  const letters = lettersIn(normalized);
  const candidates: Candidate[] = [];
  for (const known of names) {
    if (leastDistance(letters, known.letters) > limit) continue;
    const distance = editDistance(normalized, known.normalized, limit);
    if (distance <= limit) candidates.push({ name: known.name, distance });
  }
  return candidates;
}

/** The name without one affix that programmers add: `batchDeleteImage`, `glanceAddTag`, `createImageV2`. */
function withoutAffix(normalized: string): readonly string[] {
  return [
    normalized.replace(/^(?:batch|glance|ims)/, ''),
    normalized.replace(/(?:v\d{1,3}|async)$/, ''),
  ].filter((bare) => bare !== normalized && bare.length >= minNameLength);
}

function rank(close: readonly Candidate[], written: WrittenName, catalog: Catalog): readonly string[] {
  const ranked = close.map((candidate) => ({ candidate, key: rankOf(candidate, written, catalog) }));
  ranked.sort((a, b) => compareKeys(a.key, b.key) || (a.candidate.name < b.candidate.name ? -1 : 1));
  return [...new Set(ranked.map(({ candidate }) => candidate.name))];
}

/** Sort key, compared element by element; lower is better. */
function rankOf({ name, distance }: Candidate, written: WrittenName, catalog: Catalog): readonly number[] {
  const named = catalog.findEvents(written.service, name);
  const onType = named.filter((row) => row.resourceType === written.resourceType);
  const isCurrent = (onType.length > 0 ? onType : named).some((row) => row.listed === 'current');
  return [distance, onType.length > 0 ? 0 : 1, isCurrent ? 0 : 1, editDistance(written.name, name)];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const different = a.findIndex((number, index) => number !== b[index]);
  return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0);
}
