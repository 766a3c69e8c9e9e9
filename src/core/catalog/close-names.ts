import { type Alias, imsAliases } from './aliases';
import type { Catalog } from './catalog';
import { editDistance } from './edit-distance';
import { type KnownName, normalizeName } from './known-names';
import type { CatalogEvent } from './rows/types';

/** How a name stands in the trace: its service and resource type tell which names are meant. */
export interface WrittenName {
  readonly service: string;
  /** `undefined` where the trace has none that can be read. */
  readonly resourceType: string | undefined;
  readonly name: string;
}

interface Candidate {
  readonly name: string;
  readonly distance: number;
}

/** Names shorter than this, folded, are like too many others. */
const shortestName = 4;
/** Longer texts are no names: CTS allows 64 characters, the longest label has fewer than 80. */
const longestName = 200;
const mostNames = 3;

const imsNamesBySlip = namesBySlip(imsAliases);

/**
 * The event names that a name may be a slip of, the likeliest first, at most three. An empty list is the usual answer
 * for a name of something else.
 */
export function findCloseNames(written: WrittenName, catalog: Catalog): readonly string[] {
  if (written.name.length > longestName) return [];
  const folded = normalizeName(written.name);
  if (folded.length < shortestName) return [];
  const names = catalog.namesOf(written.service);
  const candidates = firstFilled([
    () => slipsOf(written, folded),
    () => names.filter((known) => known.folded === folded).map(({ name }) => ({ name, distance: 0 })),
    () => within(names, folded, Math.max(2, Math.floor(folded.length / 4))),
    () => withoutAffix(folded).flatMap((bare) => within(names, bare, 1)),
  ]);
  const best = Math.min(...candidates.map((candidate) => candidate.distance));
  const close = candidates.filter((candidate) => candidate.distance <= best + 1);
  return rank(close, written, catalog.eventsOf(written.service)).slice(0, mostNames);
}

function namesBySlip(slips: readonly Alias[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const { name, written } of slips) {
    for (const slip of written) names.set(slip, [...(names.get(slip) ?? []), name]);
  }
  return names;
}

function firstFilled(steps: readonly (() => readonly Candidate[])[]): readonly Candidate[] {
  for (const step of steps) {
    const candidates = step();
    if (candidates.length > 0) return candidates;
  }
  return [];
}

/** The table is not asked for a distance: what stands in it is sure. */
function slipsOf({ service }: WrittenName, folded: string): readonly Candidate[] {
  const names = service.toLowerCase() === 'ims' ? imsNamesBySlip.get(folded) : undefined;
  return (names ?? []).map((name) => ({ name, distance: 0 }));
}

function within(names: readonly KnownName[], folded: string, limit: number): readonly Candidate[] {
  return names
    .filter((known) => Math.abs(known.folded.length - folded.length) <= limit)
    .map((known) => ({ name: known.name, distance: editDistance(folded, known.folded) }))
    .filter(({ distance }) => distance <= limit);
}

/** The name without what programmers put around it, once: `batchDeleteImage`, `glanceAddTag`, `createImageV2`. */
function withoutAffix(folded: string): readonly string[] {
  return [folded.replace(/^(?:batch|glance|ims)/, ''), folded.replace(/(?:v\d{1,3}|async)$/, '')].filter(
    (bare) => bare !== folded && bare.length >= shortestName,
  );
}

function rank(
  close: readonly Candidate[],
  written: WrittenName,
  rows: readonly CatalogEvent[],
): readonly string[] {
  const ranked = close.map((candidate) => ({ candidate, key: rankOf(candidate, written, rows) }));
  ranked.sort((a, b) => compareKeys(a.key, b.key) || (a.candidate.name < b.candidate.name ? -1 : 1));
  return [...new Set(ranked.map(({ candidate }) => candidate.name))];
}

/** What decides between two names, in that order; less is better. */
function rankOf(
  { name, distance }: Candidate,
  written: WrittenName,
  rows: readonly CatalogEvent[],
): readonly number[] {
  const named = rows.filter((row) => row.name === name);
  const here = named.filter((row) => row.resourceType === written.resourceType);
  const isCurrent = (here.length > 0 ? here : named).some((row) => row.listed === 'current');
  return [distance, here.length > 0 ? 0 : 1, isCurrent ? 0 : 1, editDistance(written.name, name)];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const different = a.findIndex((number, index) => number !== b[index]);
  return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0);
}
