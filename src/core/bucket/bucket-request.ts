import type { Acceptance } from '../accepted/acceptance';
import type { Addition } from '../catalog/service-catalog';
import type { PlacedFinding } from '../check/placed-finding';
import type { FieldOrder } from '../formatting/field-order';
import type { Filter } from '../rows/filter';
import type { RuleLevels } from '../rules/severity';
import type { Language } from '../text/localization';
import type { BucketFile, BucketReport } from './bucket-report';
import type { Excerpt } from './excerpt-text';
import type { VerifyReport } from './verify-report';

/** A folder to check, with the settings that apply to it. */
export interface BucketRoot {
  /** The folder as the host names it. */
  readonly location: string;
  /** What the paths of its files begin with for people; empty or with a slash at the end. */
  readonly prefix: string;
  /** See `exclude-globs.ts`. */
  readonly exclude: readonly string[];
  /** The path of the folder, relative to that of the settings: empty, or with a slash at the end. */
  readonly excludeBase: string;
  readonly levels: RuleLevels;
  /** Of traces in excerpts. */
  readonly fieldOrder: FieldOrder;
  /** The catalogs of the user. */
  readonly additions: readonly Addition[];
  /** The findings that the user accepts; folders with the same file have the same list. */
  readonly accepted?: readonly Acceptance[];
}

/** What is to be checked; plain data that can be passed to another thread. */
export interface BucketRequest {
  readonly language: Language;
  readonly filter: Filter;
  readonly roots: readonly BucketRoot[];
}

/** A file and the first of its findings, in order. */
export interface CheckedFile {
  /** Its number. */
  readonly index: number;
  readonly file: BucketFile;
  /** Where it is, as the host names it; `undefined` if it has no name that could be opened. */
  readonly location: string | undefined;
  readonly findings: readonly PlacedFinding[];
  /** The traces of these findings, if the file is too large for the editor to show any in it. */
  readonly excerpt: Excerpt | undefined;
}

export interface BucketProgress {
  readonly files: number;
  /** How many there are; `undefined` while they are being looked for. */
  readonly total: number | undefined;
  readonly traces: number;
  readonly findings: number;
}

/** What a check gives out, in this order, progress at any time. */
export type BucketMessage =
  | { readonly kind: 'progress'; readonly progress: BucketProgress }
  | { readonly kind: 'files'; readonly files: readonly CheckedFile[] }
  | { readonly kind: 'report'; readonly report: BucketReport }
  | { readonly kind: 'verification'; readonly report: VerifyReport }
  | { readonly kind: 'failed'; readonly error: string };

/** How many traces are compared by their ids; each takes 24 bytes. */
export const maxComparedTraces = 16_000_000;

/** How many findings of a file are given out; the editor shows no more. */
export const maxFileFindings = 999;

/**
 * Of the threads that check a bucket: what is read is garbage soon after, and an engine that has less room collects it
 * earlier, which halves the memory. The longest value that is read fits several times.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 } as const;

/** The folders to verify, as the host names them. */
export interface VerifyRequest {
  readonly language: Language;
  readonly locations: readonly string[];
  /** The file with the public key that signatures are checked with; `undefined` if they are not. */
  readonly key: string | undefined;
}

/** What a thread is started with. */
export interface VerifyTask {
  readonly task: 'verify';
  readonly request: VerifyRequest;
}

/** Likewise. */
export interface CheckTask {
  readonly task: 'check';
  readonly request: BucketRequest;
}
