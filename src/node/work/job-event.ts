import type { FileReport } from '../../core/jobs/item-job';
import type { Input } from '../input/find-inputs';

/** What happens with the inputs, in their order: parts of one, its end, parts of the next. */
export type JobEvent<Part, Result> =
  | { readonly kind: 'parts'; readonly input: Input; readonly parts: readonly Part[] }
  | { readonly kind: 'end'; readonly input: Input; readonly report: FileReport<Result> };
