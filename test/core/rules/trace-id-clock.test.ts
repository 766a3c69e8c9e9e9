import assert from 'node:assert/strict';
import { traceIdClock } from '../../../src/core/rules/trace-id-clock';
import { assertReports, checkRecord, checkRecordText } from '../../support/harness';

/** An id whose clock shows the time below. */
const trace_id = '240a21c4-134f-11eb-8803-397148e4fab1';
const clock = Date.parse('2020-10-21T03:40:19.292Z');
const hour = 60 * 60_000;

function isFound(record: Readonly<Record<string, unknown>>): boolean {
  return checkRecord(traceIdClock, { trace_id, ...record }).length === 1;
}

describe('trace-id-clock', () => {
  it('marks an id whose clock is far from the time of recording', () => {
    assertReports(
      traceIdClock,
      `
      {
        "trace_id": "240a21c4-134f-11eb-8803-397148e4fab1",
        //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trace-id-clock: The clock in trace_id "240a21c4-134f-11eb-8803-397148e4fab1" says 2020-10-21 03:40:19 UTC, but record_time is 2020-10-21 11:40:19 UTC: an edited record, or a wrong unit or time zone
        "record_time": "2020/10/21 11:40:19 GMT"
      }`,
    );
  });

  it('reports an hour of difference in both directions, and nothing within half an hour', () => {
    assert.ok(isFound({ record_time: clock + hour }));
    assert.ok(isFound({ record_time: clock - hour }));
    assert.ok(isFound({ record_time: clock + hour / 2 + 1 }));
    for (const record_time of [clock, clock + hour / 2, clock - hour / 2])
      assert.ok(!isFound({ record_time }));
    // Daylight saving time mistaken for standard time, and the time zone of China ignored
    assert.ok(!isFound({ record_time: '2020/10/21 05:40:19 GMT+02:00' }));
    assert.ok(isFound({ record_time: '2020/10/21 05:40:19 GMT+01:00' }));
    assert.ok(isFound({ record_time: '10/21/2020 11:40:19 UTC' }));
    assert.ok(isFound({ trace_id: trace_id.toUpperCase(), record_time: clock + hour }));
    assert.ok(!isFound({ trace_id: `${trace_id} `, record_time: clock + hour }));
  });

  it('compares with record_time in any unit, or with time if there is none', () => {
    assert.ok(!isFound({ record_time: Math.floor(clock / 1000), time: clock - hour }));
    assert.ok(!isFound({ record_time: `${clock}000000`, time: clock - hour }));
    for (const record_time of [
      undefined,
      null,
      '',
      'no time',
      12,
      '2020/10/21 11:40:19',
      '1999-01-01T00:00:00Z',
    ]) {
      assert.ok(isFound({ record_time, time: clock - hour }));
      assert.ok(!isFound({ record_time, time: clock }));
    }
  });

  it('is silent without a time that has a time zone', () => {
    for (const time of [undefined, null, '', '***', 7, '2020/10/20 11:40:19']) assert.ok(!isFound({ time }));
  });

  it('is silent on ids without a clock', () => {
    const without = [
      'f47ac10b-58cc-4372-a567-0e02b2c3d479',
      '240a21c4-134f-11eb-0803-397148e4fab1',
      '00000000-0000-1000-8000-000000000000',
      'e4cb1f7e-3736-11ea-8182-518564<masked>',
      '',
      7,
      null,
    ];
    for (const id of without) assert.ok(!isFound({ trace_id: id, record_time: 1_763_632_800_000 }));
  });

  it('does not compare with time in a truncated record, whose record_time may be missing', () => {
    const start = `{"trace_id":"${trace_id}","time":${clock - hour},`;
    assert.deepEqual(checkRecordText(traceIdClock, `${start}"co`), []);
    assert.equal(checkRecordText(traceIdClock, `${start}"record_time":${clock - hour},"co`).length, 1);
  });
});
