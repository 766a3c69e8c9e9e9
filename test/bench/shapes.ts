import { type Catalog, createCatalog } from '../../src/core/catalog/catalog';
import { CheckedFile } from '../../src/core/check/checked-file';
import type { RuleLevels } from '../../src/core/rules/severity';
import { createLocalizer } from '../../src/core/text/localization';
import { textSource } from '../../src/core/text/text-source';
import { readUserCatalog } from '../../src/core/user-catalog/user-catalog';
import { medianOf } from './measure';
import { makeRecord, makeRecords } from './traces';

/** The cost of one shape of file. */
export interface ShapeFigures {
  readonly shape: string;
  readonly megabytes: number;
  readonly traces: number;
  readonly findings: number;
  /** A full check up to what the editor shows, in milliseconds per megabyte. */
  readonly shown: number;
  /** A full check with every finding made, as the command line prints them. */
  readonly all: number;
}

interface Shape {
  readonly text: string;
  readonly catalog?: Catalog;
  readonly levels?: RuleLevels;
}

type TraceRecord = Readonly<Record<string, unknown>>;

const localizer = createLocalizer('en', {});
const builtIn = createCatalog();

/** Ordinary files of about the same size; the first is what the others are compared with. */
const shapes: Readonly<Record<string, (units: number) => Shape>> = {
  plain: (units) => ({ text: pretty(makeRecords(units, 0.01)) }),
  'on one line': (units) => ({ text: JSON.stringify(makeRecords(units, 0.01)) }),
  'one a line': (units) => ({ text: lines(makeRecords(units, 0.01)) }),
  'cut on every line': (units) => ({
    text: makeRecords(units, 0.01)
      .map((record) => JSON.stringify(record).slice(0, -90))
      .concat(lines(makeRecords(1, 0)))
      .join('\n'),
  }),
  'pages of the API': (units) => ({ text: pages(makeRecords(units, 0.01)) }),
  'wrapped, one a line': (units) => ({ text: lines(makeRecords(units, 0.01).map((cts) => ({ cts }))) }),
  'without commas between': (units) => ({
    text: pretty(makeRecords(units, 0.01)).replaceAll('},\n  {', '}\n  {'),
  }),
  'the six fields only': (units) => ({ text: pretty(fill(units, toSmallest)) }),
  'long requests': (units) => ({
    text: pretty(fill(units, (record) => ({ ...record, request: longRequest }))),
  }),
  'Chinese texts': (units) => ({
    text: pretty(fill(units, (record) => ({ ...record, message: '创建镜像'.repeat(100) }))),
  }),
  'every record twice': (units) => ({
    text: pretty(makeRecords(units / 2, 0).flatMap((record) => [record, record])),
  }),
  'something in every record': (units) => ({ text: pretty(makeRecords(units, 1)) }),
  'unknown queries': (units) => ({ text: pretty(fill(units, toQuery)) }),
  'unknown queries, list of the region': (units) => ({
    text: pretty(fill(units, toQuery)),
    catalog: regionCatalog(),
  }),
  'two credentials a record': (units) => ({ text: pretty(fill(units, withCredentials)) }),
  'notable events': (units) => ({
    text: pretty(makeRecords(units, 0)),
    levels: { 'notable-event': 'information' },
  }),
};

export function measureShapes(units: number): readonly ShapeFigures[] {
  return Object.entries(shapes).map(([name, make]) => measureShape(name, make(units)));
}

function measureShape(shape: string, { text, catalog = builtIn, levels = {} }: Shape): ShapeFigures {
  const read = (): CheckedFile => {
    const settings = { localizer, catalog, levels, isSyntaxReportedElsewhere: false, isLineDelimited: false };
    const file = new CheckedFile(textSource(text), settings);
    file.read(() => true);
    return file;
  };
  const megabytes = text.length / 1e6;
  return {
    shape,
    megabytes,
    traces: read().traceCount,
    findings: countOf(read().eachFinding()),
    shown: medianOf(() => read().shownFindings(), 7) / megabytes,
    all: medianOf(() => countOf(read().eachFinding()), 7) / megabytes,
  };
}

function countOf(values: Iterable<unknown>): number {
  let count = 0;
  for (const _ of values) count++;
  return count;
}

function pretty(records: readonly object[]): string {
  const texts = records.map((record) => JSON.stringify(record, null, 2).replaceAll('\n', '\n  '));
  return `[\n  ${texts.join(',\n  ')}\n]\n`;
}

function lines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function pages(records: readonly object[]): string {
  const texts: string[] = [];
  for (let at = 0; at < records.length; at += 50) {
    const traces = records.slice(at, at + 50);
    texts.push(JSON.stringify({ meta_data: { count: traces.length, marker: 'm' }, traces }));
  }
  return texts.join('\n');
}

/** Changed records of at least `units` UTF-16 units in total. */
function fill(
  units: number,
  change: (record: TraceRecord, index: number) => TraceRecord,
): readonly TraceRecord[] {
  const records: TraceRecord[] = [];
  for (let length = 0, index = 0; length < units; index++) {
    const changed = change(makeRecord(index), index);
    records.push(changed);
    length += JSON.stringify(changed, null, 2).length;
  }
  return records;
}

const longRequest = JSON.stringify({
  name: 'image',
  data: Array.from({ length: 60 }, (_, index) => ({ key: `k${index}`, value: 'x'.repeat(50) })),
});

function toSmallest(record: TraceRecord): TraceRecord {
  const { time, service_type, resource_type, trace_name, trace_rating, trace_type } = record;
  return { time, service_type, resource_type, trace_name, trace_rating, trace_type };
}

const services = ['ECS', 'ELB', 'VPC', 'OBS', 'RDS', 'EVS', 'IAM', 'CCE'];
const queries = [
  'listServersDetails',
  'showServer',
  'listVolumes',
  'showBucketPolicy',
  'listFlavors',
  'showQuota',
];

function toQuery(record: TraceRecord, index: number): TraceRecord {
  const trace_name = queries[index % queries.length];
  const service_type = services[(index >> 3) % services.length];
  return { ...record, trace_name, service_type, resource_type: 'r1', read_only: true };
}

function withCredentials(record: TraceRecord, index: number): TraceRecord {
  const request = { server: { adminPass: 'Invented#4711' }, 'X-Auth-Token': `MIIinvented${index}token` };
  return { ...record, request: JSON.stringify(request) };
}

/** 150 names for each of the services. */
function regionCatalog(): Catalog {
  const verbs = ['create', 'delete', 'update', 'batch', 'attach'];
  const nouns = ['Server', 'Volume', 'Member', 'Policy', 'Listener', 'Bucket'];
  const operations = services.flatMap((service_type) =>
    ['', 'Tags', 'Config', 'Async', 'Status'].map((ending, number) => ({
      service_type,
      resource_type: `r${number}`,
      operation_list: verbs.flatMap((verb) => nouns.map((noun) => `${verb}${noun}${ending}`)),
    })),
  );
  const { addition } = readUserCatalog(JSON.stringify({ operations }), 'region.json', localizer);
  if (addition === undefined) throw new Error('The list of the region was not read');
  return builtIn.with([addition]);
}
