import { knownKeys } from './secret-kind';

/** The number of values of {@link pairOf}. */
const pairCount = 1024;

/** By the last two letters of credential keys: whether they may be a whole key, and whether others may precede them. */
const lastPairs = new Uint8Array(pairCount);
const whole = 1;
const ending = 2;
/** By the two letters before these. */
const pairsBefore = new Uint8Array(pairCount);

for (const key of knownKeys) {
  const [fourth = 0, third = 0, second = 0, last = 0] = [...key.padStart(4).slice(-4)].map((letter) =>
    letter.charCodeAt(0),
  );
  const pair = pairOf(second, last);
  lastPairs[pair] = (lastPairs[pair] ?? 0) | (key.length === 2 ? whole : ending);
  if (key.length > 3) pairsBefore[pairOf(fourth, third)] = 1;
  // Anything may come before three letters
  if (key.length === 3) for (let any = 0; any < 32; any++) pairsBefore[pairOf(any, third)] = 1;
}

/**
 * Whether the key that ends before `end` may be that of a credential: its last letters rule out almost any other key.
 * With separators or letters beyond ASCII among them nothing is ruled out.
 */
export function mayEndSecretKey(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const second = text.charCodeAt(end - 2);
  if (rulesNothingOut(second) || last > lastAscii) return true;
  const uses = lastPairs[pairOf(second, last)] ?? 0;
  if (uses === 0) return false;
  const third = text.charCodeAt(end - 3);
  if (rulesNothingOut(third) || ((uses & whole) > 0 && !isLetter(third))) return true;
  const fourth = text.charCodeAt(end - 4);
  return (uses & ending) > 0 && (pairsBefore[pairOf(fourth, third)] === 1 || rulesNothingOut(fourth));
}

const lastAscii = 127;

function rulesNothingOut(unit: number): boolean {
  return isSeparator(unit) || unit > lastAscii;
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
