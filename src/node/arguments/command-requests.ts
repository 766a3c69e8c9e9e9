import type { RuleLevels, Severity } from '../../core/rules/severity';
import type { ReadOptions } from './evidence-options';

export type Format = 'pretty' | 'json';

export const formats: readonly Format[] = ['pretty', 'json'];

export type CheckFormat = 'pretty' | 'json';

export const checkFormats: readonly CheckFormat[] = ['pretty', 'json'];

export interface CheckOptions extends ReadOptions {
  readonly format: CheckFormat;
  /** Paths of user catalogs. */
  readonly catalog: readonly string[];
  readonly rule: RuleLevels;
  readonly failOn: Severity;
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

/** A command with its parsed arguments. */
export type Request =
  | { readonly command: 'check'; readonly paths: readonly string[]; readonly options: CheckOptions }
  | { readonly command: 'explain'; readonly name: string; readonly options: ExplainOptions }
  | { readonly command: 'catalog'; readonly options: CatalogOptions };
