import { type AsyncPartners, findAsyncPartners } from '../../core/assist/async-results';
import {
  type Counterparts,
  findCounterpartQuery,
  findCounterparts,
  indexResources,
  type ResourceIndex,
  startsOfResource,
  tracesOfResource,
} from '../../core/assist/related-traces';
import { summarizeResource } from '../../core/assist/resource-summary';
import type { CheckedFile } from '../../core/check/checked-file';
import type { ResourceSummary } from '../../core/explain/parts/explanation';
import type { LocatedTrace } from '../../core/file/located-traces';
import type { Trace } from '../../core/record/trace';
import type { TraceDocument } from '../checks/document-check';
import { runInSlices } from '../documents/time-slices';

interface CachedIndex {
  readonly version: number;
  readonly index: Promise<ResourceIndex | undefined>;
}

/** A question about a trace in a document that has been read completely. */
export interface ResourceQuestion {
  readonly traceDocument: TraceDocument;
  readonly trace: Trace;
  /** Whether the document is unchanged and the request was not cancelled. */
  readonly isWanted: () => boolean;
}

/**
 * Finds traces of the same resource in a document, in slices. The first request indexes the document by resource; the
 * index is cached until the document changes.
 */
export class Resources {
  private readonly cached = new WeakMap<CheckedFile, CachedIndex>();
  /** By the places of the traces in the index. */
  private readonly summaries = new WeakMap<readonly number[], Promise<ResourceSummary | undefined>>();

  /** The likely counterparts of a trace; `undefined` if it can have none, or the request is no longer wanted. */
  async findCounterparts({
    traceDocument,
    trace,
    isWanted,
  }: ResourceQuestion): Promise<Counterparts | undefined> {
    const { file } = traceDocument;
    const query = findCounterpartQuery(trace, file.catalog);
    const index = query && (await this.indexOf(traceDocument));
    if (query === undefined || index === undefined || !isWanted()) return undefined;
    return runInSlices(findCounterparts({ file, index, trace }, query, file.catalog), { isWanted });
  }

  /** The result of an accepted call, or the call of a result; `undefined` if there is none. */
  async findAsyncPartners({
    traceDocument,
    trace,
    isWanted,
  }: ResourceQuestion): Promise<AsyncPartners | undefined> {
    const { file } = traceDocument;
    const index = await this.indexOf(traceDocument);
    if (index === undefined || !isWanted()) return undefined;
    return runInSlices(findAsyncPartners({ file, index, trace }), { isWanted });
  }

  /** All traces of the same resource; `undefined` if the request is no longer wanted. */
  async findTraces({
    traceDocument,
    trace,
    isWanted,
  }: ResourceQuestion): Promise<readonly LocatedTrace[] | undefined> {
    const { file } = traceDocument;
    const index = await this.indexOf(traceDocument);
    if (index === undefined || !isWanted()) return undefined;
    const traces: LocatedTrace[] = [];
    const take = (located: LocatedTrace): void => {
      traces.push(located);
    };
    await runInSlices(tracesOfResource({ file, index, trace }), { take, isWanted });
    return isWanted() ? traces : undefined;
  }

  /** The traces of the same resource, counted; completed for the next request even if this one is cancelled. */
  async summarize({
    traceDocument,
    trace,
    isWanted,
  }: ResourceQuestion): Promise<ResourceSummary | undefined> {
    const { document, file } = traceDocument;
    const index = await this.indexOf(traceDocument);
    const starts = index && startsOfResource(index, trace);
    if (index === undefined || starts === undefined || !isWanted()) return undefined;
    const { version } = document;
    const isCurrent = (): boolean => document.version === version && !document.isClosed;
    const summary =
      this.summaries.get(starts) ??
      runInSlices(summarizeResource({ file, index, trace }), { isWanted: isCurrent });
    this.summaries.set(starts, summary);
    summary.catch(() => this.summaries.delete(starts));
    return summary;
  }

  /** Completed even if the request that started it is cancelled, since the next one needs the same index. */
  private indexOf({ document, file }: TraceDocument): Promise<ResourceIndex | undefined> {
    const { version } = document;
    const cached = this.cached.get(file);
    if (cached?.version === version) return cached.index;
    const isWanted = (): boolean => document.version === version && !document.isClosed;
    const index = runInSlices(indexResources(file), { isWanted });
    this.cached.set(file, { version, index });
    // The caller gets the error too; the next request tries again
    index.catch(() => {
      if (this.cached.get(file)?.index === index) this.cached.delete(file);
    });
    return index;
  }
}
