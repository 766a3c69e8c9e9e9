import {
  type Counterparts,
  findCounterpartQuery,
  findCounterparts,
  indexResources,
  type ResourceIndex,
  tracesOfResource,
} from '../../core/assist/related-traces';
import type { CheckedFile } from '../../core/check/checked-file';
import type { LocatedTrace } from '../../core/file/located-traces';
import type { Trace } from '../../core/record/trace';
import { runInSlices } from '../documents/slices';
import type { TraceDocument } from './document-check';

interface Kept {
  readonly version: number;
  readonly index: Promise<ResourceIndex | undefined>;
}

/** A question about a trace in a document that has been read completely. */
export interface ResourceQuestion {
  readonly found: TraceDocument;
  readonly trace: Trace;
  /** Whether the document is unchanged and the request was not cancelled. */
  readonly isWanted: () => boolean;
}

/**
 * Finds traces of the same resource in a document, in slices. The first request indexes the document by resource; the
 * index is kept until the document changes.
 */
export class Resources {
  private readonly kept = new WeakMap<CheckedFile, Kept>();

  /** The likely counterparts of a trace; `undefined` if it can have none, or the request is no longer wanted. */
  async findCounterparts({ found, trace, isWanted }: ResourceQuestion): Promise<Counterparts | undefined> {
    const { file } = found;
    const query = findCounterpartQuery(trace, file.catalog);
    const index = query && (await this.indexOf(found));
    if (query === undefined || index === undefined || !isWanted()) return undefined;
    return runInSlices(findCounterparts({ file, index, trace }, query, file.catalog), { isWanted });
  }

  /** All traces of the same resource; `undefined` if the request is no longer wanted. */
  async findTraces({
    found,
    trace,
    isWanted,
  }: ResourceQuestion): Promise<readonly LocatedTrace[] | undefined> {
    const { file } = found;
    const index = await this.indexOf(found);
    if (index === undefined || !isWanted()) return undefined;
    const traces: LocatedTrace[] = [];
    const take = (placed: LocatedTrace): void => {
      traces.push(placed);
    };
    await runInSlices(tracesOfResource({ file, index, trace }), { take, isWanted });
    return isWanted() ? traces : undefined;
  }

  /** Completed even if the request that started it is cancelled, since the next one needs the same index. */
  private indexOf({ document, file }: TraceDocument): Promise<ResourceIndex | undefined> {
    const { version } = document;
    const kept = this.kept.get(file);
    if (kept?.version === version) return kept.index;
    const isWanted = (): boolean => document.version === version && !document.isClosed;
    const index = runInSlices(indexResources(file), { isWanted });
    this.kept.set(file, { version, index });
    // The caller gets the error too; the next request tries again
    index.catch(() => {
      if (this.kept.get(file)?.index === index) this.kept.delete(file);
    });
    return index;
  }
}
