import type { StreamedItem } from '../../file/record-stream';
import type { ItemJob } from '../../jobs/item-job';
import { SelectedTraces, type SelectSettings, selectorOf } from '../../jobs/selected-traces';
import { hasRowFailed } from '../../rows/matcher';
import { momentOf, type Row } from '../../rows/row';
import type { Selector } from '../../rows/selector';
import { replaceControlCharacters } from '../../text/display-text';
import { type Localizer, numberText } from '../../text/localization';
import { type TimeZone, zonedTimeOf } from '../../text/zoned-time';
import { isInGroup } from '../row-groups';
import type { BucketNode, TraceQuery } from './bucket-node';

/** Finds the traces of a group in one file, that the filter means as well. */
export class TraceListJob implements ItemJob<Row, undefined> {
  private readonly traces: SelectedTraces;

  constructor(
    path: string,
    private readonly query: TraceQuery,
    selector: Selector,
  ) {
    this.traces = new SelectedTraces(path, selector);
  }

  add(item: StreamedItem): readonly Row[] {
    const { by, group } = this.query;
    return this.traces
      .add(item)
      .map(({ row }) => row)
      .filter((row) => isInGroup(row, by, group));
  }

  end(): readonly Row[] {
    return [];
  }

  result(): undefined {
    return undefined;
  }
}

/** @returns what makes the job of each file, by its path */
export function traceListMaker(query: TraceQuery, settings: SelectSettings): (path: string) => TraceListJob {
  const selector = selectorOf(settings, false);
  return (path) => new TraceListJob(path, query, selector);
}

export interface ListedTrace {
  /** The number of its file. */
  readonly file: number;
  readonly row: Row;
}

/** Traces as rows of the tree, by time; those without one last. */
export function traceNodes(
  traces: readonly ListedTrace[],
  query: TraceQuery,
  { localizer, timeZone }: { readonly localizer: Localizer; readonly timeZone: TimeZone },
): readonly BucketNode[] {
  const sorted = [...traces].sort((one, other) => momentIn(one) - momentIn(other));
  const nodes = sorted.map(({ file, row }): BucketNode => {
    const at = timeOf(row, timeZone);
    const resource = row.resourceName ?? row.resourceId;
    const facts = [at?.short, row.user, resource, row.code, row.sourceIp];
    // The view is narrow: what the group says already is left out
    const said = query.by === 'user' ? row.user : query.by === 'resource' ? resource : undefined;
    const shown = facts.filter((fact) => fact !== undefined && fact !== said);
    const description = shown.join(' · ');
    const label = row.event ?? row.traceId ?? localizer.t('Unknown event');
    const lines = [label, row.operation, at?.long, ...facts.slice(1), row.reason];
    return {
      id: `trace ${query.by} ${query.group.within ?? ''} ${query.group.key ?? ''} ${file} ${row.offset}`,
      label: replaceControlCharacters(label),
      description: replaceControlCharacters(description),
      tooltip: lines
        .filter((line) => line !== undefined)
        .map(replaceControlCharacters)
        .join('\n'),
      icon: iconOf(row),
      target: { file, line: row.line - 1, column: row.column - 1 },
    };
  });
  const hidden = query.count - nodes.length;
  if (hidden <= 0) return nodes;
  const label = localizer.t('{0} more. Filter to see them', numberText(hidden));
  return [...nodes, { id: `more traces ${query.by} ${query.group.key ?? ''}`, label, icon: 'ellipsis' }];
}

function momentIn({ row }: ListedTrace): number {
  return momentOf(row) ?? Number.POSITIVE_INFINITY;
}

/** Short without the year: the view is narrow. */
function timeOf(row: Row, timeZone: TimeZone): { readonly short: string; readonly long: string } | undefined {
  const moment = momentOf(row);
  if (moment === undefined) return undefined;
  const { date, clock, zone } = zonedTimeOf(moment, timeZone);
  return { short: `${date.slice('2026-'.length)} ${clock}`, long: `${date} ${clock} ${zone}` };
}

function iconOf(row: Row): string {
  if (hasRowFailed(row)) return row.outcome === 'incident' ? 'error' : 'warning';
  return row.notable.length > 0 ? 'star-full' : 'circle-small';
}
