import type { Path } from '../record/json-members';
import { descriptiveKey, wrapperKey } from './credential-keys';
import { findSecretKind, normalizeKey, type SecretKind } from './secret-kind';

/** The key that says what a value is: its own, or that of an object around it. */
export interface TellingKey {
  readonly key: string;
  readonly kind: SecretKind;
  /** Whether the value is what the key names: its own value, or one wrapped in an object under a key such as `value`. */
  readonly isExact: boolean;
}

/** Enough of a key to see what it describes. */
const maxDescriptionLength = 40;
/** How far out an object may be whose key tells. */
const maxDistance = 8;

/**
 * The innermost key of a credential on a path. `undefined` if there is none, or if a key below it describes the
 * credential: `{"password": {"user": "…"}}`.
 */
export function findTellingKey(path: Path): TellingKey | undefined {
  let isExact = true;
  let step: Path | undefined = path;
  for (let distance = 0; step !== undefined && distance < maxDistance; distance++) {
    const { key }: Path = step;
    const kind = findSecretKind(key);
    if (kind !== undefined) return distance === 0 || isWrappable(kind) ? { key, kind, isExact } : undefined;
    const name = normalizeKey(key.slice(-maxDescriptionLength));
    if (descriptiveKey.test(name)) return undefined;
    isExact &&= wrapperKey.test(name);
    step = step.parent;
  }
  return undefined;
}

function isWrappable(kind: SecretKind): boolean {
  return kind === 'password' || kind === 'token' || kind === 'cookie';
}
