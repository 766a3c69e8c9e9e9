import { type BucketJob, bucketJobMaker } from '../../core/bucket/bucket-job';
import { createCatalog } from '../../core/catalog/catalog';
import type { Filter } from '../../core/rows/filter';
import type { RuleLevels } from '../../core/rules/severity';
import { localizerOf } from '../arguments/language';
import type { Input } from '../input/find-inputs';
import type { JobContext } from '../work/job-context';

/** What the threads that check a bucket are started with. */
export interface BucketSpec extends JobContext {
  readonly kind: 'bucket';
  readonly filter: Filter;
  readonly levels: RuleLevels;
}

/** @returns what makes the job of each input */
export function bucketJobMakerOf(spec: BucketSpec): (input: Input) => BucketJob {
  const catalog = createCatalog().with(spec.additions);
  const { filter, levels } = spec;
  const makeJob = bucketJobMaker({ localizer: localizerOf(spec.language), catalog, levels, filter });
  return (input) => makeJob(input.path);
}
