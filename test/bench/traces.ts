import { attributes } from '../../src/core/catalog/rows/attributes';
import { imsEvents } from '../../src/core/catalog/rows/ims-events';

/** A generator of random numbers in [0, 1), the same sequence for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Pretty-printed traces of about 1 KB each, at least `units` UTF-16 units in total.
 *
 * @param badShare share of traces with findings, from 0 to 1
 */
export function makeTraces(units: number, badShare: number): string {
  const records = makeRecords(units, badShare).map(toPretty);
  return `[\n  ${records.join(',\n  ')}\n]\n`;
}

/** The records of {@link makeTraces}. */
export function makeRecords(units: number, badShare: number): readonly Readonly<Record<string, unknown>>[] {
  const random = seeded(20261122);
  const records: Readonly<Record<string, unknown>>[] = [];
  for (let length = 0, index = 0; length < units; index++) {
    const record = makeTrace(index, random() < badShare, random);
    records.push(record);
    length += toPretty(record).length + 4;
  }
  return records;
}

/** A record without anything to find, apart from names that are documented in two spellings. */
export function makeRecord(index: number): Readonly<Record<string, unknown>> {
  return makeTrace(index, false, seeded(index));
}

function toPretty(record: object): string {
  return JSON.stringify(record, null, 2).replaceAll('\n', '\n  ');
}

function makeTrace(index: number, isBad: boolean, random: () => number): Readonly<Record<string, unknown>> {
  const events = imsEvents.filter((event) => event.listed === 'current');
  const { name, resourceType } = events[index % events.length] ?? {
    name: 'createImage',
    resourceType: 'ims',
  };
  const time = 1763600000000 + index * 1000;
  const id = index.toString(16).padStart(8, '0');
  return {
    trace_id: makeTraceId(time),
    trace_name: isBad ? `${name}s` : name,
    resource_type: resourceType,
    trace_rating: isBad && index % 2 === 0 ? 'Normal' : 'normal',
    api_version: 'v2',
    source_ip: '192.0.2.10',
    domain_id: 'd0000000000000000000000000000001',
    trace_type: 'ConsoleAction',
    service_type: 'IMS',
    event_type: 'system',
    project_id: 'a0000000000000000000000000000002',
    read_only: false,
    tracker_name: 'system',
    time,
    resource_name: `image-${Math.floor(random() * 1e6)}`,
    record_time: time + 12,
    code: '200',
    request: JSON.stringify({
      name: `image-${index}`,
      description: 'made up',
      tags: ['a', 'b'],
      min_disk: 40,
    }),
    response: JSON.stringify({
      job_id: `job-${id}`,
      status: 'SUCCESS',
      entities: { image_id: `image-${id}` },
    }),
    user: { id: 'b0000000000000000000000000000003', name: 'someone', domain: { id: 'd1', name: 'someone' } },
  };
}

/** A version 1 UUID of the given time. */
function makeTraceId(epochMilliseconds: number): string {
  const ticks = (BigInt(epochMilliseconds) + BigInt(12_219_292_800_000)) * BigInt(10_000);
  const digits = ticks.toString(16).padStart(15, '0');
  return `${digits.slice(7)}-${digits.slice(3, 7)}-1${digits.slice(0, 3)}-8b1e-0242ac120002`;
}

/** What a user might write instead: a JSON schema with the same names, types, values and required fields. */
export function makeSchema(): object {
  const properties = Object.fromEntries(
    attributes
      .filter(({ name }) => !name.includes('.'))
      .map(({ name, types, values }) => [
        name,
        { ...(types && { type: types }), ...(values && { enum: values.map(({ value }) => value) }) },
      ]),
  );
  const names = [...new Set(imsEvents.map((event) => event.name))];
  const required = attributes.filter((attribute) => attribute.mandatory).map(({ name }) => name);
  const trace = { type: 'object', required, properties: { ...properties, trace_name: { enum: names } } };
  return { type: 'array', items: trace };
}
