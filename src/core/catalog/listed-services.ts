import type { Listed, ListedEvent, Published } from './rows/types';

/** A service of which only the identifiers of events are catalogued. */
export interface ListedService {
  /** The `service_type` in the spelling of the documentation. */
  readonly service: string;
  /** Reads the event names only, which costs far less. */
  readNames(): readonly string[];
  /** Reads the rows, one for each resource type of a name. */
  read(): readonly ListedEvent[];
}

/**
 * Reads the names of the services; their events are left for later.
 *
 * @param compact made by `npm run catalog`, whose script describes the form
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

/** Reads the rows of a service. Written out for speed: there are thousands, and most are read once. */
function readRows(
  lines: readonly string[],
  service: string,
  sources: readonly string[],
): readonly ListedEvent[] {
  const rows: ListedEvent[] = [];
  // Most rows of a service stand in the same documents
  const documents = new Map<string, Published>();
  for (const line of lines) {
    const columns = line.split('\t');
    const types = columns[2] ?? '';
    const numbers = columns[1] ?? '';
    const marks = columns[4] ?? '';
    const place = numbers + marks.toUpperCase();
    let published = documents.get(place);
    if (published === undefined) {
      published = readPublished(numbers, marks, sources);
      documents.set(place, published);
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

function readPublished(numbers: string, marks: string, sources: readonly string[]): Published {
  return {
    listed: listedOf(marks),
    isServiceTypeDocumented: !marks.includes('d'),
    sources: numbers.split(',').map((number) => sources[Number.parseInt(number, 36)] ?? ''),
  };
}

function listedOf(marks: string): Listed {
  if (marks.includes('w')) return 'withdrawn';
  return marks.includes('o') ? 'observed' : 'current';
}

/** Whether two spellings differ in the case of letters only. */
export function isCaseTwin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
