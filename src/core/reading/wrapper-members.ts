/** A member of a page or another wrapper that holds traces. */
export interface WrapperMember {
  /** Where its key stands. */
  readonly key: number;
  /** The first offset behind its bracket. */
  readonly end: number;
}

/**
 * The array of `traces` within an object that has no brackets before it: the `meta_data` of a page that lost its closing
 * brace.
 *
 * @param brace where the object opens
 */
export function findTracesInMetaData(text: string, brace: number): WrapperMember | undefined {
  const found = tracesWithin.exec(text.slice(brace, brace + longestMetaData));
  if (found === null) return undefined;
  const [whole, before = ''] = found;
  return { key: brace + before.length, end: brace + whole.length };
}

const longestMetaData = 1_024;
const tracesWithin = /^(\{[^{}[\]]*?[,\s])"traces"\s*:\s*\[/;

/** The next member of a wrapper that may hold traces, where what stands before it made no sense. */
export function findWrapperMember(text: string, from: number, end: number): WrapperMember | undefined {
  const found = holding.exec(text.slice(from, end));
  return found === null ? undefined : { key: from + found.index, end: from + found.index + found[0].length };
}

/** From the key to its bracket. */
export const longestWrapperKey = 32;

const holding =
  /"(?:(?:context|cts|data)"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}\{|traces"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}\[)/;
