import { passwordEndings, tokenEndings } from './credential-keys';
import { knownKeys } from './secret-kind';

/** The number of values of {@link slotOf}. */
const slotCount = 32;

/** The credential keys as a tree of their letters, from the last one backwards: a node has a child in each slot, or 0. */
const children: number[] = Array.from({ length: slotCount }, () => 0);
/** What the letters up to a node are: nothing yet, a whole key, or the ending of one. */
const meanings: number[] = [0];
const whole = 1;
const ending = 2;

const endings = new Set([...passwordEndings, ...tokenEndings]);
for (const key of knownKeys) addKey(key);

function addKey(key: string): void {
  let node = 0;
  for (let at = key.length - 1; at >= 0; at--) node = childFor(node, slotOf(key.charCodeAt(at)));
  meanings[node] = endings.has(key) ? ending : whole;
}

function childFor(node: number, slot: number): number {
  const known = children[node * slotCount + slot] ?? 0;
  if (known > 0) return known;
  const child = meanings.length;
  meanings.push(0);
  for (let index = 0; index < slotCount; index++) children.push(0);
  children[node * slotCount + slot] = child;
  return child;
}

/**
 * Whether the key that ends before `end` may be that of a credential: its last letters rule out almost any other key.
 * A letter beyond ASCII among them rules nothing out.
 */
export function mayEndSecretKey(text: string, end: number): boolean {
  let node = 0;
  for (let at = end - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (unit > lastAscii) return true;
    if (isSeparator(unit)) continue;
    node = children[node * slotCount + slotOf(unit)] ?? 0;
    if (node === 0) return false;
    const meaning = meanings[node];
    if (meaning === ending || (meaning === whole && !isLetter(text.charCodeAt(at - 1)))) return true;
  }
  return false;
}

const lastAscii = 127;

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

export function isSeparator(unit: number): boolean {
  return unit === 45 || unit === 46 || unit === 95 || unit === 32;
}

/** Ignores the case of letters; other characters coincide with some letter, which does no harm. */
function slotOf(unit: number): number {
  return unit & 31;
}
