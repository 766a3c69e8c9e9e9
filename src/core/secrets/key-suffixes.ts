import { passwordKeys, tokenKeys } from './patterns';

/** Pairs of letters, as {@link pairOf} numbers them. */
const pairCount = 1024;

/**
 * By the last two letters of keys of credentials: 1 where the two before them are to be looked at, 2 where anything may
 * stand there, 3 where the two are the whole key.
 */
const lastPairs = new Uint8Array(pairCount);
const pairsBefore = new Uint8Array(pairCount);

for (const key of [...passwordKeys, ...tokenKeys]) {
  const [fourth = 0, third = 0, second = 0, last = 0] = [...key.padStart(4).slice(-4)].map((letter) =>
    letter.charCodeAt(0),
  );
  const pair = pairOf(second, last);
  lastPairs[pair] = Math.max(lastPairs[pair] ?? 0, key.length > 3 ? 1 : 5 - key.length);
  if (key.length > 3) pairsBefore[pairOf(fourth, third)] = 1;
}

/**
 * Whether the key that ends before `end` may be one of a credential: its last letters tell almost any other apart. With
 * separators among them nothing is told.
 */
export function mayEndSecretKey(text: string, end: number): boolean {
  const second = text.charCodeAt(end - 2);
  if (isSeparator(second)) return true;
  const ending = lastPairs[pairOf(second, text.charCodeAt(end - 1))];
  const third = text.charCodeAt(end - 3);
  if (ending === 3) return !isLetter(third);
  if (ending !== 1) return ending === 2;
  const fourth = text.charCodeAt(end - 4);
  return pairsBefore[pairOf(fourth, third)] === 1 || isSeparator(third) || isSeparator(fourth);
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

export function isSeparator(unit: number): boolean {
  return unit === 45 || unit === 46 || unit === 95 || unit === 32;
}

/** Whatever the case of letters; other characters fall together with some letter, which does no harm. */
function pairOf(one: number, other: number): number {
  return ((one & 31) << 5) | (other & 31);
}
