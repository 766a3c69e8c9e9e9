import type { RuleLevels, Severity } from '../../core/rules/severity';

export type Format = 'pretty' | 'json';

export const formats: readonly Format[] = ['pretty', 'json'];

export interface CheckOptions {
  readonly format: Format;
  /** Paths of user catalogs. */
  readonly catalog: readonly string[];
  readonly rule: RuleLevels;
  readonly failOn: Severity;
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
