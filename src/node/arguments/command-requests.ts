import type { Filter } from '../../core/rows/filter';
import type { SummaryKey } from '../../core/rows/summary-key';
import type { TimeWindow } from '../../core/rows/time-window';
import type { RuleLevels, Severity } from '../../core/rules/severity';
import type { SearchFormatName } from '../output/rows/search-format';
import type { AcceptOptions } from './accept-options';
import type { ReadOptions } from './evidence-options';

export type Format = 'pretty' | 'json';

export const formats: readonly Format[] = ['pretty', 'json'];

export type CheckFormat = 'pretty' | 'json' | 'ndjson' | 'sarif' | 'github';

export const checkFormats: readonly CheckFormat[] = ['pretty', 'json', 'ndjson', 'sarif', 'github'];

export interface CheckOptions extends ReadOptions, AcceptOptions {
  readonly format: CheckFormat;
  /** Paths of user catalogs. */
  readonly catalog: readonly string[];
  readonly rule: RuleLevels;
  readonly failOn: Severity;
  readonly window?: TimeWindow;
  /** How many traces are compared by their ids. */
  readonly maxTracesCompared: number;
}

export interface CatalogOptions {
  readonly service?: string;
  readonly format: Format;
  /** Paths of user catalogs. */
  readonly catalog: readonly string[];
}

export interface ExplainOptions {
  readonly format: Format;
  /** Paths of user catalogs. */
  readonly catalog: readonly string[];
}

/** What `search` and `summary` have in common. */
export interface RowOptions extends ReadOptions {
  readonly filter: Filter;
  /** Paths of user catalogs. */
  readonly catalog: readonly string[];
  /** How many traces are compared by their ids, to find copies. */
  readonly maxTracesCompared: number;
}

export type SearchOrder = 'time' | 'file';

export interface SearchOptions extends RowOptions {
  readonly format: SearchFormatName;
  readonly order: SearchOrder;
  /** The only argument, if it was taken for the text to find, as no file or folder has its name. */
  readonly soleText?: string;
}

export type SummaryFormat = 'pretty' | 'json' | 'csv';

export interface SummaryOptions extends RowOptions {
  readonly by: SummaryKey;
  readonly format: SummaryFormat;
}

export interface VerifyOptions extends Pick<ReadOptions, 'quiet'> {
  readonly format: Format;
  /** Path of the public key that signatures are checked with. */
  readonly key?: string;
  /** Path of a list of signatures. */
  readonly signatures?: string;
  /** Where to write the checksums of all files that were read. */
  readonly manifest?: string;
}

/** A command with its parsed arguments. */
export type Request =
  | { readonly command: 'check'; readonly paths: readonly string[]; readonly options: CheckOptions }
  | { readonly command: 'search'; readonly paths: readonly string[]; readonly options: SearchOptions }
  | { readonly command: 'summary'; readonly paths: readonly string[]; readonly options: SummaryOptions }
  | { readonly command: 'verify'; readonly paths: readonly string[]; readonly options: VerifyOptions }
  | { readonly command: 'explain'; readonly name: string; readonly options: ExplainOptions }
  | { readonly command: 'catalog'; readonly options: CatalogOptions };
