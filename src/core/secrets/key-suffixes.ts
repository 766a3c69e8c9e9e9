import { passwordKeys, tokenKeys } from './patterns';

/** The number of values of {@link pairOf}. */
const pairCount = 1024;

/**
 * By the last two letters of credential keys: 1 if the two before them have to be checked, 2 if anything may precede
 * them, 3 if they are the whole key.
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
 * Whether the key that ends before `end` may be that of a credential: its last letters rule out almost any other key.
 * With separators among them nothing is ruled out.
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

/** Ignores the case of letters; other characters coincide with some letter, which does no harm. */
function pairOf(one: number, other: number): number {
  return ((one & 31) << 5) | (other & 31);
}
