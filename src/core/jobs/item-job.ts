import type { StreamedItem } from '../file/record-stream';
import type { InvalidBytes, StopReason } from '../input/evidence-reader';
import type { GzipOutcome } from '../input/gunzip';
import type { TimeSpan } from '../record/time-span';

/** What is done with the items of one file. All that it gives out is plain data that can be passed to another thread. */
export interface ItemJob<Part, Result> {
  add(item: StreamedItem): readonly Part[];
  /** Called after the last item. */
  end(): readonly Part[];
  result(): Result;
  /** Whether nothing more of the file is needed. */
  isDone?(): boolean;
}

/** How the reading of an input ended, as plain data. */
export interface FileReport<Result> {
  readonly kind: 'traces' | 'digest' | 'other' | 'unreadable' | 'passed-over';
  readonly traces: number;
  /** How long what was read of it is, unpacked. */
  readonly bytes: number;
  /** Whether it is gzipped. */
  readonly isPacked: boolean;
  /** The first and the last time of its traces; `undefined` if none has one. */
  readonly times: TimeSpan | undefined;
  /** How many traces have no time that can be read. */
  readonly untimed: number;
  /** The objects that a digest lists, as it names them. */
  readonly listedObjects: readonly string[];
  /** What was wrong; empty if all of it was read. */
  readonly problems: readonly ReadProblem[];
  /** The beginning of a file without traces; empty for others. */
  readonly head: string;
  /** `undefined` if it was not read. */
  readonly result: Result | undefined;
}

/** Why an input was not read, or not as a whole, or not as it is. */
export type ReadProblem =
  /** It could not be opened, or reading failed; with the code of the system. */
  | { readonly kind: 'system'; readonly code: string }
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  | { readonly kind: 'gzip'; readonly outcome: Exclude<GzipOutcome, 'whole'> }
  | { readonly kind: 'invalid-bytes'; readonly place: InvalidBytes }
  /** The thread that read it died. */
  | { readonly kind: 'abandoned'; readonly reason: string }
  /** An error of this program. */
  | { readonly kind: 'fault'; readonly error: string }
  /** Findings before the first intact trace that are not listed. */
  | { readonly kind: 'unlisted'; readonly count: number };
