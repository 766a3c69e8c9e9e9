import type { TextSource } from '../text/text-source';

/** A file that was just begun is not longer, in UTF-16 units. */
const maxBegunLength = 200;

export function isBegun(source: TextSource): boolean {
  return source.length <= maxBegunLength;
}

/** Whether the name of a file says that it is meant for traces. */
export function isNamedForTraces(path: string): boolean {
  return /trace[^/]*$/i.test(path);
}

/**
 * Whether somebody may be writing a trace file: it is nearly empty, and its name says so or the name of the snippet is
 * typed in it. Only completion goes by that.
 */
export function mayBeginTraces(source: TextSource, path: string): boolean {
  if (!isBegun(source)) return false;
  return isNamedForTraces(path) || /^[\s[]*"?cts/.test(source.slice(0, source.length));
}
