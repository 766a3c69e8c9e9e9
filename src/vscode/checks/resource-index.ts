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

/** What is asked of a document all of which is read. */
export interface ResourceQuestion {
  readonly found: TraceDocument;
  readonly trace: Trace;
  /** Whether the document is the same and whoever asked still waits. */
  readonly isWanted: () => boolean;
}

/**
 * Finds traces of the same resource in a document, without holding the host: the document is read through when it is
 * first asked for, and where each resource stands is kept until the document changes.
 */
export class Resources {
  private readonly kept = new WeakMap<CheckedFile, Kept>();

  /** The likely counterparts of a trace; `undefined` where there is nothing to look for, or nobody waits any more. */
  async findCounterparts({ found, trace, isWanted }: ResourceQuestion): Promise<Counterparts | undefined> {
    const { file } = found;
    const query = findCounterpartQuery(trace, file.catalog);
    const index = query && (await this.indexOf(found));
    if (query === undefined || index === undefined || !isWanted()) return undefined;
    return runInSlices(findCounterparts({ file, index, trace }, query, file.catalog), { isWanted });
  }

  /** All traces of the same resource; `undefined` where nobody waits any more. */
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

  /** Once begun it is made to its end, also when whoever asked gives up: the next one asks for the same. */
  private indexOf({ document, file }: TraceDocument): Promise<ResourceIndex | undefined> {
    const { version } = document;
    const kept = this.kept.get(file);
    if (kept?.version === version) return kept.index;
    const isWanted = (): boolean => document.version === version && !document.isClosed;
    const index = runInSlices(indexResources(file), { isWanted });
    this.kept.set(file, { version, index });
    // Whoever asks for it is told; the next one tries again
    index.catch(() => {
      if (this.kept.get(file)?.index === index) this.kept.delete(file);
    });
    return index;
  }
}
