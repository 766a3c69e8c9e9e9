import type { Listed, ListedEvent } from './types';

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
      read: () => readLines().flatMap((line) => readLine(line, service, sources)),
    };
  });
}

function readLine(line: string, service: string, sources: readonly string[]): readonly ListedEvent[] {
  const [name = '', numbers = '', types = '', en = '', marks = '', spellings = ''] = line.split('\t');
  const twins = spellings === '' ? none : spellings.split(',');
  const listed = listedOf(marks);
  const event = {
    service,
    name,
    listed,
    label: en === '' ? {} : { en },
    twins: twins.filter((twin) => !isCaseTwin(twin, name)),
    caseTwins: twins.filter((twin) => isCaseTwin(twin, name)),
    published: {
      listed,
      isServiceTypeDocumented: !marks.includes('d'),
      sources: numbers.split(',').map((number) => sources[Number.parseInt(number, 36)] ?? ''),
    },
  } as const;
  return types.split(',').map((resourceType) => ({ ...event, resourceType }));
}

const none: readonly string[] = [];

function listedOf(marks: string): Listed {
  if (marks.includes('w')) return 'withdrawn';
  return marks.includes('o') ? 'observed' : 'current';
}

/** Whether two spellings differ in the case of letters only. */
export function isCaseTwin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
