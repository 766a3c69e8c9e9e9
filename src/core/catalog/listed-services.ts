import type { Listed, ListedEvent, Published } from './rows/row-types';

/** A service whose events are catalogued by their identifiers only. */
export interface ListedService {
  /** The `service_type` in the spelling of the documentation. */
  readonly service: string;
  /** Reads the event names only, which is far cheaper than `read`. */
  readNames(): readonly string[];
  /** Reads the rows, one per name and resource type. */
  read(): readonly ListedEvent[];
}

/**
 * Reads the names of the services; their events are read on demand.
 *
 * @param compact the output of `npm run catalog`; scripts/lib/compact-catalog.mjs describes the format
 */
export function readListedServices(compact: string): readonly ListedService[] {
  const [sourceBlock = '', ...blocks] = compact.trimEnd().split('\n\n');
  const sources = sourceBlock.split('\n');
  return blocks.map((block) => {
    const service = block.slice(0, block.indexOf('\n'));
    const readLines = (): readonly string[] => block.split('\n').slice(1);
    return {
      service,
      readNames: () => readLines().map((line) => line.slice(0, line.indexOf('\t'))),
      read: () => readRows(readLines(), service, sources),
    };
  });
}

/** A plain loop for speed: there are thousands of rows. */
function readRows(
  lines: readonly string[],
  service: string,
  sources: readonly string[],
): readonly ListedEvent[] {
  const rows: ListedEvent[] = [];
  // Most rows of a service share their sources, so they share one object as well
  const publishedByKey = new Map<string, Published>();
  for (const line of lines) {
    const columns = line.split('\t');
    const types = columns[2] ?? '';
    const sourceNumbers = columns[1] ?? '';
    const flags = columns[4] ?? '';
    const key = sourceNumbers + flags.toUpperCase();
    let published = publishedByKey.get(key);
    if (published === undefined) {
      published = readPublished(sourceNumbers, flags, sources);
      publishedByKey.set(key, published);
    }
    const row = toRow(service, columns, published);
    if (!types.includes(',')) rows.push(row);
    else for (const resourceType of types.split(',')) rows.push({ ...row, resourceType });
  }
  return rows;
}

function toRow(service: string, columns: readonly string[], published: Published): ListedEvent {
  const name = columns[0] ?? '';
  const en = columns[3] ?? '';
  const spellings = columns[5]?.split(',');
  return {
    service,
    name,
    resourceType: columns[2] ?? '',
    listed: published.listed,
    label: en === '' ? noLabel : { en },
    twins: spellings?.filter((twin) => !isCaseTwin(twin, name)) ?? noTwins,
    caseTwins: spellings?.filter((twin) => isCaseTwin(twin, name)) ?? noTwins,
    published,
  };
}

const noLabel = {};
const noTwins: readonly string[] = [];

function readPublished(sourceNumbers: string, flags: string, sources: readonly string[]): Published {
  return {
    listed: listedOf(flags),
    isServiceTypeDocumented: !flags.includes('d'),
    sources: sourceNumbers.split(',').map((number) => sources[Number.parseInt(number, 36)] ?? ''),
  };
}

function listedOf(flags: string): Listed {
  if (flags.includes('w')) return 'withdrawn';
  return flags.includes('o') ? 'observed' : 'current';
}

/** Whether two spellings differ in letter case only. */
export function isCaseTwin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
