/** A member of a page or another wrapper that holds traces. */
export interface WrapperMember {
  /** The offset of its key. */
  readonly key: number;
  /** The first offset after its opening bracket. */
  readonly end: number;
}

/**
 * The array of `traces` in an object that has no other brackets before it: the `meta_data` of a page that lost its
 * closing brace.
 *
 * @param brace the offset of the opening brace
 */
export function findTracesInMetaData(text: string, brace: number): WrapperMember | undefined {
  const found = tracesWithin.exec(text.slice(brace, brace + longestMetaData));
  if (found === null) return undefined;
  const [whole, before = ''] = found;
  return { key: brace + before.length, end: brace + whole.length };
}

const longestMetaData = 1_024;
const tracesWithin = /^(\{[^{}[\]]*?[,\s])"traces"\s*:\s*\[/;

/** The next member of a wrapper that may hold traces, for resuming after what made no sense. */
export function findWrapperMember(text: string, from: number, end: number): WrapperMember | undefined {
  const found = holding.exec(text.slice(from, end));
  return found === null ? undefined : { key: from + found.index, end: from + found.index + found[0].length };
}

/** The greatest length from the key to its bracket. */
export const longestWrapperKey = 32;

const holding =
  /"(?:(?:context|cts|data)"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}\{|traces"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}\[)/;
