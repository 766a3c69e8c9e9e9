import type { ObjectName } from './object-name';

/** What CTS delivers to one folder: the files, or the digests, of a service in a region by a tracker. */
export type Series = Pick<ObjectName, 'kind' | 'region' | 'tracker' | 'service'>;

export function seriesOf({ kind, region, tracker, service }: ObjectName): Series {
  return { kind, region, tracker, service };
}

/** The same for the same series only. */
export function seriesKey({ kind, region, tracker = '', service = '' }: Series): string {
  return [kind, region, tracker, service].join('/');
}
