import { readFileTime } from './file-time';

/** What the name of a file in a bucket says, and the folders that it is in as far as they are known. */
export interface ObjectName {
  readonly kind: 'trace' | 'digest';
  /** The prefix that was chosen for the names of the tracker; may be empty. */
  readonly prefix: string;
  /** The region as the name has it; may have a project appended. */
  readonly region: string;
  /** When the file was delivered, in epoch milliseconds. The name has seconds. */
  readonly time: number;
  /** 16 hexadecimal digits; `undefined` in the names of digests. */
  readonly id: string | undefined;
  /** `undefined` if the folders do not say it. */
  readonly tracker: string | undefined;
  readonly service: string | undefined;
}

/**
 * Reads the path of a file, complete or in part, as CTS names what it delivers:
 * `CloudTraces/<region>/<year>/<month>/<day>/<tracker>/<service>/<prefix>_CloudTrace_<region>_<time>_<id>.json.gz`, or
 * `…/<tracker>/Digest/<service>/<prefix>_CloudTrace-Digest_<region>_<time>.json.gz` for a digest. Variants that were
 * published are read as well: without the folders of tracker or service, with or without zeros before month and day, not
 * compressed, with a slash before the time.
 *
 * @param path with slashes
 * @returns `undefined` for any other name
 */
export function findObjectName(path: string): ObjectName | undefined {
  const parts = objectParts(path);
  const name = parts.pop() ?? '';
  const end = nameEnd.exec(name);
  const marker = findMarker(name);
  if (end === null || marker === undefined || end.index < marker.end) return undefined;
  const [, written = '', id] = end;
  const time = readFileTime(written);
  if (time === undefined || (id === undefined && marker.kind === 'trace')) return undefined;
  return {
    kind: marker.kind,
    prefix: name.slice(0, marker.start).replace(/_$/, ''),
    region: name.slice(marker.end, end.index),
    time,
    id: id?.toLowerCase(),
    ...ownersIn(parts, marker.kind),
  };
}

/**
 * The folders of a path and its name. A slash before the time, as in a published example, belongs to the name:
 * `log_CloudTrace_eu-de/_2017-03-28T02-09-17Z_0123456789abcdef.json`.
 */
export function objectParts(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const [folder, name] = parts.slice(-2);
  if (name === undefined || folder === undefined || !/^_\d/.test(name)) return parts;
  return findMarker(`${folder}_`) === undefined ? parts : [...parts.slice(0, -2), folder + name];
}

const nameEnd = /_(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:_([\da-f]{16}))?\.json(?:\.gz)?$/i;

const markers = [
  { kind: 'digest', text: 'CloudTrace-Digest_' },
  { kind: 'trace', text: 'CloudTrace_' },
] as const;

/** A prefix may hold anything, so the last marker counts. */
function findMarker(name: string) {
  for (const { kind, text } of markers) {
    const start = name.lastIndexOf(text);
    if (start === 0 || name[start - 1] === '_') return { kind, start, end: start + text.length };
  }
  return undefined;
}

/** Either folder may be left out. If there is one, a capital letter makes it a service: most are written with one. */
function ownersIn(folders: readonly string[], kind: ObjectName['kind']) {
  const inDay = folders.slice(endOfDay(folders));
  const digest = kind === 'digest' ? inDay.lastIndexOf('Digest') : -1;
  if (digest >= 0) return { tracker: inDay[digest - 1], service: inDay[digest + 1] };
  const [first, second] = inDay;
  const isServiceAlone = second === undefined && /^[A-Z]/.test(first ?? '');
  return isServiceAlone ? { tracker: undefined, service: first } : { tracker: first, service: second };
}

/** Where the folders within a day begin; without year, month and day nothing is known of the folders. */
function endOfDay(folders: readonly string[]): number {
  const isDay = (at: number) =>
    /^\d{4}$/.test(folders[at] ?? '') && isTwoDigits(folders[at + 1]) && isTwoDigits(folders[at + 2]);
  const at = folders.findLastIndex((_, index) => isDay(index));
  return at < 0 ? folders.length : at + 3;
}

function isTwoDigits(part = ''): boolean {
  return /^\d{1,2}$/.test(part);
}
