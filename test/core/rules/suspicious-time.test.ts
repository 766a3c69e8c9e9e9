import assert from 'node:assert/strict';
import { suspiciousTime } from '../../../src/core/rules/suspicious-time';
import { assertReports, checkRecord, checkRecordText } from '../../support/harness';

/** The time after the fix; `undefined` if there is none. */
function convert(time: string | number): unknown {
  const record = checkRecord(suspiciousTime, { time })[0]?.fixes[0]?.[1];
  return record && JSON.parse(record).time;
}

describe('suspicious-time', () => {
  it('marks another unit, an unknown format, an invalid date and an implausible year', () => {
    assertReports(
      suspiciousTime,
      `
      {
        "time": 1529996047,
        //      ^^^^^^^^^^ suspicious-time: time "1529996047" is in seconds; CTS uses milliseconds
        "record_time": "2025/02/30 11:40:19 GMT+08:00"
        //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suspicious-time: record_time "2025/02/30 11:40:19 GMT+08:00" has an unknown format or is not a real date. Expected milliseconds since 1970 or a date with a time zone
      }`,
    );
    assertReports(
      suspiciousTime,
      `
      {
        "time": "Nov 16, 2003 10:54:04 GMT+08:00",
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suspicious-time: time "Nov 16, 2003 10:54:04 GMT+08:00" is outside 2015–2099. Check the date
        "record_time": 17213585275
        //             ^^^^^^^^^^^ suspicious-time: record_time "17213585275" is not a time from 2015 to 2099 in any unit. Expected milliseconds since 1970
      }`,
    );
  });

  it('converts the unit by truncation, a number to a number and a string to a string', () => {
    assert.equal(convert(1529996047), 1529996047000);
    assert.equal(convert('1529996047'), '1529996047000');
    assert.equal(convert(1660223647458765), 1660223647458);
    assert.equal(convert('1660223647458765184'), '1660223647458');
    assert.equal(convert(' 1529996047 '), '1529996047000');
    assert.equal(convert(1529996047.25), 1529996047250);
    assert.equal(convert(1763632800.123), 1763632800123);
    assert.equal(convert('2025-13-01'), undefined);
  });

  it('keeps every digit of a number that JavaScript would round', () => {
    const [{ fixes } = { fixes: [] }] = checkRecordText(suspiciousTime, '{"time":1660223647457999999}');
    assert.deepEqual(fixes, [
      ['Convert to milliseconds: 1660223647457 (edits the record)', '{"time":1660223647457}'],
    ]);
  });

  it('is silent on every known format', () => {
    const known = [
      1721358527589,
      '1579051949238',
      '2020/10/21 11:40:19 GMT+08:00',
      '2019-02-11 15:26:00 GMT+08:00',
      '12/01/2016 11:07:28 GMT+08:00',
      'Nov 16, 2023 10:54:04 GMT+08:00',
      '2020-10-21T03:40:19Z',
      '2020/10/21 03:40:19.5 UTC',
      '2020/10/21 11:40:19 GMT+0800',
      '2020/10/21 11:40:19+08:00',
      '12/31/2016 23:59:59 Z',
      'Nov 6, 2023 10:54:04 UTC-0330',
      '2020-10-21T11:40+08:00',
      '2020-10-21T11:40:19.123456789+08:00',
      '02/29/2020 00:00:00 GMT',
    ];
    for (const time of known) assert.deepEqual(checkRecord(suspiciousTime, { time, record_time: time }), []);
  });

  it('reports what only resembles a known format', () => {
    const strange = [
      '13/01/2016 11:07:28 GMT+08:00',
      '02/29/2021 00:00:00 GMT',
      '2020/10/21 24:00:00 GMT',
      '2020/10/21 11:40:19 GMT+14:01',
      '2020/10/21 11:40:19 CST',
      '2020/10-21 11:40:19 GMT+08:00',
      'November 16, 2023 10:54:04 GMT+08:00',
      'Abc 16, 2023 10:54:04 GMT+08:00',
      '1,795,136,523,120',
      '1795136523120.5',
      '1.795136523120e12',
      '\uff11\uff17\uff19\uff15',
      'yesterday',
    ];
    for (const time of strange)
      assert.match(checkRecord(suspiciousTime, { time })[0]?.message ?? '', /unknown format/, time);
    for (const time of ['2015-01-01 00:00:00 GMT+08:00', '2100-01-01T00:00:00Z'])
      assert.match(
        checkRecord(suspiciousTime, { record_time: time })[0]?.message ?? '',
        /outside 2015/,
        time,
      );
    assert.deepEqual(
      checkRecord(suspiciousTime, { time: '2099-12-31 23:59:59 GMT-08:00', created: 7 }).length,
      1,
    );
  });

  it('is silent on dates without a time zone, masked or empty values, and other types', () => {
    for (const time of ['2020/10/21 11:40:19', '1999-01-01 00:00:00', '', '  ', '***', '<masked>', 'xxx']) {
      assert.deepEqual(checkRecord(suspiciousTime, { time }), []);
    }
    for (const time of [null, true, [], {}, undefined])
      assert.deepEqual(checkRecord(suspiciousTime, { time }), []);
  });

  it('ignores truncated numbers and strings', () => {
    assert.deepEqual(checkRecordText(suspiciousTime, '{"time":15299960'), []);
    assert.deepEqual(checkRecordText(suspiciousTime, '{"time":"15299960'), []);
  });

  it('ignores a date that lost its opening quotation mark', () => {
    assert.deepEqual(checkRecordText(suspiciousTime, '{"time":11/20/2018 10:00:21 GMT+08:00","a":1}'), []);
    assert.deepEqual(checkRecordText(suspiciousTime, '{"time":2018-11-20 10:00:21 GMT+08:00","a":1}'), []);
  });

  it('knows the bounds of the plausible years', () => {
    for (const time of [1_420_070_400_000, 4_102_444_799_999])
      assert.deepEqual(checkRecord(suspiciousTime, { time }), []);
    for (const time of [0, -1, '0', 1_420_070_399_999, 4_102_444_800_000, 1e300]) {
      assert.match(checkRecord(suspiciousTime, { time })[0]?.message ?? '', /in any unit/);
    }
  });
});
