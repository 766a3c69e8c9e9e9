import type { Addition } from '../../core/catalog/service-catalog';
import type { Language } from '../../core/text/localization';

/** What a job needs, as plain data that can be passed to another thread. */
export interface JobContext {
  readonly language: Language;
  /** The catalogs of the user. */
  readonly additions: readonly Addition[];
}
