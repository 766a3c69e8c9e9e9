import { createCatalog } from '../../core/catalog/catalog';
import type { Addition } from '../../core/catalog/service-catalog';
import type { RuleLevels } from '../../core/rules/severity';
import type { Language } from '../../core/text/localization';
import { localizerOf } from '../arguments/language';
import type { Input } from '../input/find-inputs';
import { CheckJob } from './check-job';
import type { ItemJob } from './item-job';

/** What a job needs, as plain data that can be passed to another thread. */
export interface JobContext {
  readonly language: Language;
  /** The catalogs of the user. */
  readonly additions: readonly Addition[];
}

export interface CheckSpec extends JobContext {
  readonly kind: 'check';
  readonly levels: RuleLevels;
}

export type JobSpec = CheckSpec;

/** @returns what makes the job of each input */
export function jobMakerOf(spec: JobSpec): (input: Input) => ItemJob<unknown, unknown> {
  const localizer = localizerOf(spec.language);
  const catalog = createCatalog().with(spec.additions);
  switch (spec.kind) {
    case 'check':
      return (input) => new CheckJob(input, { localizer, catalog, levels: spec.levels });
  }
}
