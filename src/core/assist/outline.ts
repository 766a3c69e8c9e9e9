import { groupBy } from '../catalog/group-by';
import type { CheckedFile } from '../check/checked-file';
import type { LocatedTrace } from '../file/located-traces';
import { type AsyncFacts, findAsyncFacts, findResultLink } from '../record/async-request';
import { hasFailed } from '../record/outcome';
import type { Trace } from '../record/trace';
import { factsOf, type TraceFacts } from '../record/trace-facts';
import { type Localizer, numberText } from '../text/localization';
import type { Span } from '../text/span';
import { type TimeZone, utc } from '../text/zoned-time';
import { nameSpanOf } from './related-traces';
import { datePartOf, type TraceLabel, traceLabel } from './trace-label';

/** More than anyone scrolls through, and few enough to render at once. */
export const maxOutlined = 5000;

/** A trace in the outline, or a note about those that are missing. Spans count from the start of the file. */
export interface OutlineEntry {
  readonly kind: 'trace' | 'note';
  readonly label: TraceLabel;
  readonly span: Span;
  /** The value of `trace_name`, else the opening brace. */
  readonly nameSpan: Span;
}

/** Names this outline among those of other extensions. */
export function outlineTitle({ t }: Localizer): string {
  return t('CTS traces');
}

/**
 * The outline of a file, one entry at a time so that the caller can pause in between. First the traces are read, as their
 * labels depend on all of them: meanwhile it yields `undefined`.
 */
export function* outline(
  file: CheckedFile,
  localizer: Localizer,
  timeZone: TimeZone = utc,
): Generator<OutlineEntry | undefined, void> {
  const outlined: Outlined[] = [];
  for (const located of file.traces()) {
    if (located.number === maxOutlined) break;
    outlined.push(toOutlined(located));
    yield undefined;
  }
  if (file.traceCount > outlined.length) yield missingNote(file, localizer);
  const datePart = datePartOf(
    outlined.map(({ facts }) => facts),
    timeZone,
  );
  const failures = failedJobs(outlined);
  for (const { facts, number, job, ...spans } of outlined) {
    const failedAt = job && failures.get(job.jobId)?.find((failure) => isFailureOf(failure, job))?.time;
    const label = traceLabel({ facts, number, failedAt }, { localizer, timeZone, datePart });
    yield { kind: 'trace', label, ...spans };
  }
}

/** The failed traces of each job. */
function failedJobs(outlined: readonly Outlined[]): ReadonlyMap<string, readonly AsyncFacts[]> {
  const failed = outlined.flatMap(({ job }) => (job && hasFailed(job.outcome) ? job : []));
  return groupBy(failed, ({ jobId }) => jobId);
}

function isFailureOf(failure: AsyncFacts, call: AsyncFacts): boolean {
  return findResultLink(failure, call) === 'certain';
}

interface Outlined extends Pick<OutlineEntry, 'span' | 'nameSpan'> {
  readonly facts: TraceFacts;
  readonly number: number;
  /** If it names one. */
  readonly job: JobFacts | undefined;
}

interface JobFacts extends AsyncFacts {
  readonly jobId: string;
}

/** Most traces name no job, which is known without parsing their responses. */
const jobKey = /job_?id/i;

function findJob(trace: Trace): JobFacts | undefined {
  const facts = jobKey.test(trace.text) ? findAsyncFacts(trace) : undefined;
  return facts?.jobId === undefined ? undefined : { ...facts, jobId: facts.jobId };
}

function toOutlined(located: LocatedTrace): Outlined {
  const { trace, start, number } = located;
  return {
    facts: factsOf(trace),
    number,
    job: findJob(trace),
    span: { offset: start, length: trace.text.length },
    nameSpan: nameSpanOf(located),
  };
}

/** In the list itself, at the very start: who filters it has to know that it is not complete. */
function missingNote({ traceCount }: CheckedFile, localizer: Localizer): OutlineEntry {
  const text = missingText({ shown: maxOutlined, all: traceCount }, localizer);
  const span = { offset: 0, length: 0 };
  return { kind: 'note', label: { text, detail: '' }, span, nameSpan: span };
}

/** Says that a list is not complete, with the word by which people search it for failures. */
export function missingText(
  { shown, all }: { readonly shown: number; readonly all: number },
  { t }: Localizer,
): string {
  const [first, total] = [numberText(shown), numberText(all)];
  return t('⚠ First {0} of {1} traces; later ones are not listed, failed or not', first, total);
}
