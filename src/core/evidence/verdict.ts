/** Whether a file is what was delivered. */
export type Verdict =
  | { readonly kind: 'holds' }
  | { readonly kind: 'does-not-hold'; readonly reason: FailureReason }
  | { readonly kind: 'cannot-be-checked'; readonly reason: UncheckedReason }
  | { readonly kind: 'not-covered'; readonly reason: UncoveredReason };

/**
 * - `missing`: it is not here
 * - `data-appended`: it has the hash if what is behind one of its gzip members is left out
 * - `not-in-chain`: a digest that no later one refers to, while another one of the same time is referred to
 */
export type FailureReason = 'missing' | 'hash-differs' | 'data-appended' | 'signature-wrong' | 'not-in-chain';

/**
 * - `encrypted`: in an encrypted bucket CTS records ETags that are no MD5; no hash around it fits
 * - `unreadable`: it could not be read to its end, or changed meanwhile
 * - `repacked`: here it is unpacked but was delivered gzipped, or the other way round
 * - `algorithm`: its hash is not an MD5
 * - `digest-altered`: only a digest that does not hold itself lists it
 * - `damaged`: a digest that is not complete JSON
 * - `chain-restarted`: a digest that refers to none before it although there are earlier ones
 * - `signature-unchecked`: the digest has no known signature although a key was given
 */
export type UncheckedReason =
  | 'encrypted'
  | 'unreadable'
  | 'repacked'
  | 'algorithm'
  | 'digest-altered'
  | 'damaged'
  | 'chain-restarted'
  | 'signature-unchecked';

/**
 * Why no digest lists a file: `no-digests` if there are none of its service, `before` or `after` all of them, `hole` if the
 * digest of its time is not here, `unlisted` if the digest of its time does not list it.
 */
export type UncoveredReason = 'no-digests' | 'before' | 'after' | 'hole' | 'unlisted';

export const holds: Verdict = { kind: 'holds' };

export function fails(reason: FailureReason): Verdict {
  return { kind: 'does-not-hold', reason };
}

export function unchecked(reason: UncheckedReason): Verdict {
  return { kind: 'cannot-be-checked', reason };
}

/** What two digests say of the same file together: one hash that fits is enough unless another one does not. */
export function together(one: Verdict, other: Verdict): Verdict {
  return weights[other.kind] > weights[one.kind] ? other : one;
}

const weights: Readonly<Record<Verdict['kind'], number>> = {
  'not-covered': 0,
  'cannot-be-checked': 1,
  holds: 2,
  'does-not-hold': 3,
};
