/**
 * What became of an input. Each has exactly one outcome, and together they are all that was found, so that evidence which
 * was not read never passes for read.
 */
export type InputOutcome =
  /** Traces, all of which were read. */
  | { readonly kind: 'read' }
  /** Cut off, damaged or otherwise not read to its end; the reason is localised. */
  | { readonly kind: 'read-in-part'; readonly reason: string }
  | { readonly kind: 'no-traces' }
  /** A digest, with the objects that it lists as it names them. */
  | { readonly kind: 'digest'; readonly objects: readonly string[] }
  /** The reason is localised. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'passed-over'; readonly reason: PassReason };

/** Why an input was not read on purpose: the user excluded it, or its name proves that it is outside of the time window. */
export type PassReason = 'excluded' | 'outside-window';

export type OutcomeKind = InputOutcome['kind'];

/** In the order in which they are reported. */
export const outcomeKinds: readonly OutcomeKind[] = [
  'read',
  'read-in-part',
  'no-traces',
  'digest',
  'unreadable',
  'passed-over',
];
