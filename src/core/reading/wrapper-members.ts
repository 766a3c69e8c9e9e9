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
  const match = tracesInMetaData.exec(text.slice(brace, brace + maxMetaDataLength));
  if (match === null) return undefined;
  const [whole, before = ''] = match;
  return { key: brace + before.length, end: brace + whole.length };
}

const maxMetaDataLength = 1_024;
const tracesInMetaData = /^(\{[^{}[\]]*?[,\s])"traces"\s*:\s*\[/;

/** The next member of a wrapper that may hold traces, for resuming after what made no sense. */
export function findWrapperMember(text: string, from: number, end: number): WrapperMember | undefined {
  const match = wrapperMember.exec(text.slice(from, end));
  return match === null ? undefined : { key: from + match.index, end: from + match.index + match[0].length };
}

/** The most characters from the start of the key to the end of the bracket. */
export const maxWrapperKeyLength = 32;

const wrapperMember =
  /"(?:(?:context|cts|data)"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}\{|traces"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}\[)/;
