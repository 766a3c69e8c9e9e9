import { createCatalog } from '../../core/catalog/catalog';
import { CheckJob } from '../../core/jobs/check-job';
import type { ItemJob } from '../../core/jobs/item-job';
import { selectorOf } from '../../core/jobs/selected-traces';
import type { Filter } from '../../core/rows/filter';
import type { SummaryKey } from '../../core/rows/summary-key';
import type { TimeWindow } from '../../core/rows/time-window';
import type { RuleLevels } from '../../core/rules/severity';
import { localizerOf } from '../arguments/language';
import type { Input } from '../input/find-inputs';
import { painter } from '../output/colours';
import { type SearchFormatName, searchFormat } from '../output/rows/search-format';
import type { JobContext } from './job-context';
import { SearchJob } from './search-job';
import { SummaryJob } from './summary-job';

export interface CheckSpec extends JobContext {
  readonly kind: 'check';
  readonly levels: RuleLevels;
  /** Traces that are certainly outside are not checked. */
  readonly window: TimeWindow | undefined;
}

export interface SearchSpec extends JobContext {
  readonly kind: 'search';
  readonly filter: Filter;
  readonly format: SearchFormatName;
  readonly hasColour: boolean;
  readonly isTerminal: boolean;
}

export interface SummarySpec extends JobContext {
  readonly kind: 'summary';
  readonly filter: Filter;
  readonly by: SummaryKey;
}

export type JobSpec = CheckSpec | SearchSpec | SummarySpec;

/** @returns what makes the job of each input */
export function jobMakerOf(spec: JobSpec): (input: Input) => ItemJob<unknown, unknown> {
  const localizer = localizerOf(spec.language);
  const catalog = createCatalog().with(spec.additions);
  switch (spec.kind) {
    case 'check':
      return (input) => new CheckJob(input.path, { localizer, catalog, levels: spec.levels }, spec.window);
    case 'search': {
      const { hasColour, isTerminal } = spec;
      const format = searchFormat(spec.format, localizer, { paint: painter(hasColour), isTerminal });
      const selector = selectorOf({ catalog, localizer, filter: spec.filter }, format.hasFindings);
      return (input) => new SearchJob(input, selector, format);
    }
    case 'summary': {
      const selector = selectorOf({ catalog, localizer, filter: spec.filter }, false);
      return (input) => new SummaryJob(input, selector, spec.by);
    }
  }
}
