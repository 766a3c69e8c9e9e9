import assert from 'node:assert/strict';
import {
  findCounterpartQuery,
  findCounterparts,
  findValueAt,
  indexResources,
  nameSpanOf,
  type ResourceIndex,
  tracesOfResource,
} from '../../../src/core/assist/related-traces';
import type { LocatedTrace } from '../../../src/core/file/located-traces';
import { readTrace } from '../../../src/core/reading/read-trace';
import { runSteps } from '../../../src/core/text/steps';
import { builtInCatalog, checkText, marked, takeCursor } from '../../support/harness';

const image = '6d1a2f0e-5b8c-4b0e-9d64-2c1f7a3e9b55';
const other = '0b7c9e12-13f4-4d1a-8a77-6f2d5c4b3a21';

/** 2020-10-21 03:40:19 UTC. */
const baseTime = 1603251619000;

interface RecordOptions {
  readonly name?: string;
  readonly type?: string;
  readonly id?: unknown;
  readonly service?: string;
  /** Seconds after {@link baseTime}, or the verbatim `time`. */
  readonly at?: number | string;
}

function record({
  name = 'createImage',
  type = 'image',
  id = image,
  service = 'IMS',
  at = 0,
}: RecordOptions): object {
  return {
    time: typeof at === 'string' ? at : baseTime + at * 1000,
    service_type: service,
    resource_type: type,
    trace_name: name,
    trace_rating: 'normal',
    trace_type: 'ConsoleAction',
    resource_id: id,
  };
}

/** The file, its resource index and its traces. */
function open(text: string) {
  const file = checkText(text);
  const index: ResourceIndex = runSteps(indexResources(file));
  const traces: readonly LocatedTrace[] = [...file.traces()];
  return { file, index, traces };
}

type Matches = readonly (readonly [trace: number, difference: number])[];

/** The counterparts of the first record: the side searched, then the number and time difference of each. */
function counterpartsOf(
  ...records: readonly RecordOptions[]
): readonly [side: string, matches: Matches] | undefined {
  const { file, index, traces } = open(JSON.stringify(records.map(record)));
  const trace = traces[0]?.trace ?? readTrace('{}');
  const query = findCounterpartQuery(trace, builtInCatalog);
  const result = query && runSteps(findCounterparts({ file, index, trace }, query, builtInCatalog));
  return result && [result.side, result.found.map(({ located, difference }) => [located.number, difference])];
}

const ims = { type: 'ims' };

describe('the likely counterpart', () => {
  it('is the event of the other side on the same resource', () => {
    assert.deepEqual(counterpartsOf(ims, { at: 16 }), ['glance', [[1, 16_000]]]);
    assert.deepEqual(counterpartsOf({ at: 16 }, ims), ['ims', [[1, -16_000]]]);
    assert.deepEqual(counterpartsOf(ims, ims, { id: other }, { name: 'updateImage' }, { service: 'EVS' }), [
      'glance',
      [],
    ]);
  });

  it('is at most ten minutes away, the nearest first', () => {
    const far = [{ at: 600.001 }, { at: -601 }, { at: 600 }, { at: -30 }, { at: 16 }, { at: -16 }];
    assert.deepEqual(counterpartsOf(ims, ...far), [
      'glance',
      [
        [5, 16_000],
        [6, -16_000],
        [4, -30_000],
        [3, 600_000],
      ],
    ]);
  });

  it('has the same operation, not necessarily the same name', () => {
    assert.deepEqual(counterpartsOf({ ...ims, name: 'deleteMemeber' }, { name: 'deleteMember' }), [
      'glance',
      [[1, 0]],
    ]);
    assert.deepEqual(counterpartsOf({ name: 'deleteMember' }, { ...ims, name: 'deleteMemeber' }), [
      'ims',
      [[1, 0]],
    ]);
  });

  it('is not searched for if the operation has none', () => {
    for (const name of ['copyImage', 'exportImage', 'createServer'])
      assert.equal(counterpartsOf({ ...ims, name }, { name }), undefined);
    assert.equal(counterpartsOf({ ...ims, type: 'evs' }, {}), undefined);
    assert.equal(counterpartsOf({ ...ims, service: 'EVS' }, {}), undefined);
  });

  it('is not reported missing if only older lists have one', () => {
    assert.equal(counterpartsOf({ name: 'addTag' }), undefined);
    assert.deepEqual(counterpartsOf({ name: 'addTag' }, { ...ims, name: 'addTag', at: -1 }), [
      'ims',
      [[1, -1000]],
    ]);
  });

  it('is not searched for without a resource or an exact time', () => {
    for (const id of ['', ' ', '***', null, {}, true])
      assert.equal(counterpartsOf({ ...ims, id }, { id }), undefined, JSON.stringify(id));
    for (const at of ['2020/10/21 03:40:19', 'yesterday', ''])
      assert.equal(counterpartsOf({ ...ims, at }, {}), undefined, at);
    assert.deepEqual(counterpartsOf(ims, { at: '2020/10/21 03:40:19' }, { at: 'yesterday' }), ['glance', []]);
    assert.deepEqual(counterpartsOf(ims, { at: '2020/10/21 11:40:35 GMT+08:00' }), ['glance', [[1, 16_000]]]);
  });
});

describe('the traces of a resource', () => {
  /** The numbers of the traces with the first record's resource. */
  const numbersOf = (text: string): readonly number[] => {
    const { file, index, traces } = open(text);
    const trace = traces[0]?.trace ?? readTrace('{}');
    return [...tracesOfResource({ file, index, trace })].map(({ number }) => number);
  };
  const numbersIn = (...records: readonly RecordOptions[]): readonly number[] =>
    numbersOf(JSON.stringify(records.map(record)));

  it('are all traces with its id, in any service', () => {
    const records = [ims, { id: other }, { name: 'addTag' }, { service: 'ECS', at: 90_000 }, { id: '' }];
    assert.deepEqual(numbersIn(...records), [0, 2, 3]);
  });

  it('are limited to the same service if the id is short', () => {
    assert.deepEqual(
      numbersIn({ id: 17 }, { id: '17' }, { id: '17', service: 'ims' }, { id: 17, service: 'ELB' }),
      [0, 1, 2],
    );
  });

  it('are none if the id is empty or masked', () => {
    for (const id of ['', '***', null]) assert.deepEqual(numbersIn({ id }, { id }), [], JSON.stringify(id));
  });

  it('are found in adjacent records and in every file shape', () => {
    const records = [record(ims), record({ id: other }), record({ at: 16 })].map((one) =>
      JSON.stringify(one),
    );
    for (const joint of ['', ' ', '\n', '\r\n\r\n']) assert.deepEqual(numbersOf(records.join(joint)), [0, 2]);
    assert.deepEqual(numbersOf(`{"traces":[${records.join(',')}],"meta_data":{"count":3}}`), [0, 2]);
    const [first = '', , last = ''] = records;
    assert.deepEqual(numbersOf(`${first}\n{"trace_name":"x","trace_type":"y"\n${last}`), [0, 2]);
  });
});

describe('spans in a trace', () => {
  it('cover its name, else its opening brace', () => {
    const records = [record({}), { ...record({}), trace_name: undefined }];
    const text = `[ ${records.map((one) => JSON.stringify(one)).join(', ')}]`;
    assert.deepEqual(
      open(text).traces.map((located) => marked(text, nameSpanOf(located))),
      ['"createImage"', '{'],
    );
  });

  it('cover the value at an offset', () => {
    const valueAt = (fixture: string): string | undefined => {
      const { text, offset } = takeCursor(fixture);
      const span = findValueAt(readTrace(text), offset, ['trace_name', 'resource_id']);
      return span && marked(text, span);
    };
    assert.equal(valueAt('{"trace_name": "create$0Image"}'), '"createImage"');
    assert.equal(valueAt('{"resource_id": $0"1"}'), '"1"');
    assert.equal(valueAt('{"trace_n$0ame": "createImage"}'), undefined);
    assert.equal(valueAt('{"resource_type": "im$0s"}'), undefined);
    assert.equal(valueAt('{$0}'), undefined);
  });
});
