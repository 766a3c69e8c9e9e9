import { joinBytes } from './join-bytes';

/** Takes about a millisecond; in UTF-16 units. */
const stepLength = 512 * 1024;

/** A text in UTF-8. Yields now and then, so that the caller can check the clock. */
export function* encodeInSteps(text: string): Generator<undefined, Uint8Array> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (let at = 0; at < text.length; ) {
    const end = Math.min(text.length, at + stepLength);
    // The two halves of a character stay together
    const to = end < text.length && isHighSurrogate(text.charCodeAt(end - 1)) ? end + 1 : end;
    parts.push(encoder.encode(text.slice(at, to)));
    at = to;
    yield;
  }
  return joinBytes(parts);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
