import { type BucketNode, maxListedTraces, type TraceQuery } from '../../core/bucket/tree/bucket-node';
import { type ListedTrace, traceListMaker, traceNodes } from '../../core/bucket/tree/trace-list';
import type { Row } from '../../core/rows/row';
import type { Catalogs } from '../catalogs/catalogs';
import { readLocalizer, readTimeZone } from '../configuration';
import type { CheckedBucket } from './bucket-check';
import { type Pacing, runOnFile } from './read-file';

/**
 * Reads the files of a group for its traces, until there are as many as are listed.
 *
 * @returns rows of the tree
 */
export async function listTraces(
  { filter, report, uris }: CheckedBucket,
  query: TraceQuery,
  catalogs: Catalogs,
  pacing: Pacing,
): Promise<readonly BucketNode[]> {
  const localizer = readLocalizer();
  const traces: ListedTrace[] = [];
  for (const file of query.files) {
    const uri = uris[file];
    if (uri === undefined) continue;
    const makeJob = traceListMaker(query, { localizer, filter, catalog: catalogs.at(uri) });
    const take = (rows: readonly Row[]) => {
      for (const row of rows) if (traces.length < maxListedTraces) traces.push({ file, row });
    };
    const isWanted = () => pacing.isWanted() && traces.length < maxListedTraces;
    await runOnFile(uri, makeJob(report.files[file]?.path ?? uri.path), { ...pacing, isWanted }, take);
    if (!isWanted()) break;
  }
  return traceNodes(traces, query, { localizer, timeZone: readTimeZone().timeZone });
}
