import { eventsOf } from './catalog';
import { editDistance } from './distance';
import { imsSlips, type Slip } from './slips';
import type { CatalogEvent } from './types';

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

/**
 * The event names that a name may be a slip of, the likeliest first, at most three. An empty list is the usual answer
 * for a name of something else.
 */
export function findCloseNames(written: WrittenName): readonly string[] {
  if (written.name.length > longestName) return [];
  const folded = fold(written.name);
  if (folded.length < shortestName) return [];
  const rows = eventsOf(written.service);
  const names = [...new Set(rows.map((row) => row.name))];
  const candidates = firstFilled([
    () => slipsOf(written, folded),
    () => within(names, folded, 0),
    () => within(names, folded, Math.max(2, Math.floor(folded.length / 4))),
    () => withoutAffix(folded).flatMap((bare) => within(names, bare, 1)),
  ]);
  const best = Math.min(...candidates.map((candidate) => candidate.distance));
  const close = candidates.filter((candidate) => candidate.distance <= best + 1);
  return rank(close, written, rows).slice(0, mostNames);
}

/** Lower case, nothing but letters and digits: `Create_Image` and `createImage` are one. */
export function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function firstFilled(steps: readonly (() => readonly Candidate[])[]): readonly Candidate[] {
  for (const step of steps) {
    const candidates = step();
    if (candidates.length > 0) return candidates;
  }
  return [];
}

/** The table is not asked for a distance: what stands in it is sure. */
function slipsOf(written: WrittenName, folded: string): readonly Candidate[] {
  return slipsOfService(written.service)
    .filter((slip) => slip.written.includes(folded))
    .map(({ name }) => ({ name, distance: 0 }));
}

function slipsOfService(service: string): readonly Slip[] {
  return service.toLowerCase() === 'ims' ? imsSlips : [];
}

function within(names: readonly string[], folded: string, limit: number): readonly Candidate[] {
  return names.flatMap((name) => {
    const foldedName = fold(name);
    if (Math.abs(foldedName.length - folded.length) > limit) return [];
    const distance = editDistance(folded, foldedName);
    return distance <= limit ? [{ name, distance }] : [];
  });
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
