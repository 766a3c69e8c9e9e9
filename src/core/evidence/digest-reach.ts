import type { TimeRange } from './delivery-gaps';
import type { ChainLink } from './digest-chain';
import { groupBy } from './group-by';
import { findObjectName, type ObjectName } from './object-name';
import { type Series, seriesOf } from './series';

/**
 * A time that no digest covers, between two of the same folder.
 *
 * - `digest-missing`: the later one refers to one that is not here
 * - `digest-damaged`: the one between them is here but broken
 * - `turned-off`: the earlier one says that it is the last one before verification was turned off
 * - `chain-restarted`: the later one refers to none before it
 * - `none-written`: the later one refers to the earlier one
 */
export interface Hole extends TimeRange {
  readonly series: Series;
  readonly cause: 'digest-missing' | 'digest-damaged' | 'turned-off' | 'chain-restarted' | 'none-written';
}

/** From when to when the digests of a folder reach. */
export interface Reach extends TimeRange {
  readonly series: Series;
  readonly digests: number;
  /** Whether the first one is the first that CTS wrote; otherwise the one before it is not here. */
  readonly isFromStart: boolean;
}

/** The digests of one folder of one copy of a bucket. */
export interface DigestSeries {
  readonly reach: Reach;
  readonly first: ChainLink;
  readonly holes: readonly Hole[];
  /** Those that refer to none before them although there are earlier ones. */
  readonly restarted: readonly ChainLink[];
  /** In the order of time. */
  readonly links: readonly TimedLink[];
}

/** Where one ends and the next begins may differ by so much, in milliseconds. */
const tolerance = 60_000;

/** The digests folder by folder; those whose times cannot be read are left out. */
export function findDigestSeries(links: readonly ChainLink[]): readonly DigestSeries[] {
  const timed = links.flatMap((link): readonly TimedLink[] => {
    const { from, to } = link.digest;
    return from === undefined || to === undefined ? [] : [{ link, from, to }];
  });
  return [...groupBy(timed, ({ link }) => link.series).values()].flatMap((group) => {
    const [first, ...rest] = group.toSorted((one, other) => one.from - other.from || one.to - other.to);
    return first === undefined ? [] : [toSeries(first, rest)];
  });
}

interface TimedLink extends TimeRange {
  readonly link: ChainLink;
}

/** @param rest those after the first, in the order of time */
function toSeries(first: TimedLink, rest: readonly TimedLink[]): DigestSeries {
  const series = seriesOfLink(first.link);
  const holes: Hole[] = [];
  const restarted: ChainLink[] = [];
  let latest = first;
  for (const one of rest) {
    const isRestart = one.link.digest.previous === undefined && !latest.link.digest.isEnding;
    if (isRestart && one.from >= latest.to - tolerance) restarted.push(one.link);
    if (one.from - latest.to > tolerance)
      holes.push({ series, from: latest.to, to: one.from, cause: causeOf(latest.link, one.link) });
    if (one.to > latest.to) latest = one;
  }
  return {
    reach: {
      ...{ series, from: first.from, to: latest.to },
      digests: rest.length + 1,
      isFromStart: first.link.digest.previous === undefined,
    },
    ...{ first: first.link, holes, restarted },
    links: [first, ...rest],
  };
}

function causeOf(before: ChainLink, after: ChainLink): Hole['cause'] {
  if (after.digest.previous === undefined) return before.digest.isEnding ? 'turned-off' : 'chain-restarted';
  const [found] = after.previous;
  if (found === undefined) return 'digest-missing';
  return found.digest === undefined ? 'digest-damaged' : 'none-written';
}

function seriesOfLink({ digest, file }: ChainLink): Series {
  const name = findObjectName(digest.object) ?? findObjectName(file.path);
  return name === undefined ? unnamed : seriesOf(name);
}

const unnamed: Series = { kind: 'digest', region: '', tracker: undefined, service: undefined };

/** Whether digests of a folder are there for the files of a name: those of its tracker and service, where both say so. */
export function isFor({ region, tracker, service }: Series, name: ObjectName): boolean {
  const agrees = (one: string | undefined, other: string | undefined) =>
    one === undefined || other === undefined || one === other;
  return region === name.region && agrees(tracker, name.tracker) && agrees(service, name.service);
}
