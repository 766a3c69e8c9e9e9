import assert from 'node:assert/strict';
import { isPlausibleTime, plausibleTimes, type ReadTime, readTime } from '../../../src/core/record/times';

function isoOf(read: ReadTime | undefined): string | undefined {
  return read && new Date(read.epochMilliseconds).toISOString();
}

describe('reading a time', () => {
  const cases: readonly (readonly [value: string | number, format: string, utc: string])[] = [
    [1721358527589, 'epoch-milliseconds', '2024-07-19T03:08:47.589Z'],
    ['1579051949238', 'epoch-milliseconds', '2020-01-15T01:32:29.238Z'],
    [1529996047, 'epoch-seconds', '2018-06-26T06:54:07.000Z'],
    ['1529996047', 'epoch-seconds', '2018-06-26T06:54:07.000Z'],
    [1763632800.123, 'epoch-seconds', '2025-11-20T10:00:00.123Z'],
    [1763632800.5, 'epoch-seconds', '2025-11-20T10:00:00.500Z'],
    [1763632800.1239, 'epoch-seconds', '2025-11-20T10:00:00.123Z'],
    [1763632800123.9, 'epoch-milliseconds', '2025-11-20T10:00:00.123Z'],
    [1763632800123999.5, 'epoch-microseconds', '2025-11-20T10:00:00.123Z'],
    [1660223647458765, 'epoch-microseconds', '2022-08-11T13:14:07.458Z'],
    ['1660223647458765184', 'epoch-nanoseconds', '2022-08-11T13:14:07.458Z'],
    ['2020/10/21 11:40:19 GMT+08:00', 'year-month-day', '2020-10-21T03:40:19.000Z'],
    ['2019-02-11 15:26:00 GMT+08:00', 'year-month-day', '2019-02-11T07:26:00.000Z'],
    ['12/01/2016 11:07:28 GMT+08:00', 'month-day-year', '2016-12-01T03:07:28.000Z'],
    ['Nov 16, 2023 10:54:04 GMT+08:00', 'month-name', '2023-11-16T02:54:04.000Z'],
    ['Jun 01, 2018 17:44:16 GMT+08:00', 'month-name', '2018-06-01T09:44:16.000Z'],
    ['2020-10-21T03:40:19Z', 'iso-8601', '2020-10-21T03:40:19.000Z'],
    ['2020-10-21T11:40:19.2041+0800', 'iso-8601', '2020-10-21T03:40:19.204Z'],
    ['2020-10-20T22:40-05:00', 'iso-8601', '2020-10-21T03:40:00.000Z'],
    ['2020/10/21 11:40:19.5 UTC+0800', 'year-month-day', '2020-10-21T03:40:19.500Z'],
    ['2020/10/21 03:40:19 GMT', 'year-month-day', '2020-10-21T03:40:19.000Z'],
    [' 2020-02-29 00:00:00 UTC ', 'year-month-day', '2020-02-29T00:00:00.000Z'],
    ['0099-12-31 00:00:00 GMT', 'year-month-day', '0099-12-31T00:00:00.000Z'],
  ];
  for (const [value, format, utc] of cases) {
    it(`recognises ${value} as ${format}`, () => {
      const read = readTime(value);
      assert.equal(read?.format, format);
      assert.equal(isoOf(read), utc);
      assert.equal(read?.isExact, true);
    });
  }

  it('keeps every millisecond of seconds with a fraction', () => {
    for (let millisecond = 0; millisecond < 10_000; millisecond++) {
      const epochMilliseconds = plausibleTimes.from + millisecond * 268_224_017;
      assert.equal(readTime(epochMilliseconds / 1000)?.epochMilliseconds, epochMilliseconds);
    }
  });

  it('keeps the zone as written', () => {
    assert.equal(readTime('2020/10/21 11:40:19 GMT+08:00')?.zone, 'GMT+08:00');
    assert.equal(readTime('2020-10-21T03:40:19Z')?.zone, 'Z');
    assert.ok(!('zone' in (readTime(1721358527589) ?? {})));
  });

  it('is right only to a day without a zone', () => {
    const read = readTime('2020/10/21 11:40:19');
    assert.equal(isoOf(read), '2020-10-21T11:40:19.000Z');
    assert.equal(read?.isExact, false);
  });
});

describe('reading what is not a time', () => {
  const bad: readonly (string | number)[] = [
    ...['', ' ', 'yesterday', '2020/10/21', '11:40:19', '2020/10-21 11:40:19 GMT', '2020/1/2 11:40:19 GMT'],
    ...[
      '02/30/2020 11:40:19 GMT',
      '2019-02-29 00:00:00 GMT',
      '13/01/2016 11:07:28 GMT',
      '2020/00/10 11:40:19 GMT',
    ],
    ...[
      'Foo 16, 2023 10:54:04 GMT',
      'Nov 31, 2023 10:54:04 GMT',
      '2020/10/21 24:00:00 GMT',
      '2020/10/21 11:60:19 GMT',
    ],
    ...[
      '2020/10/21 11:40:60 GMT',
      '2020/10/21 11:40:19 CST',
      '2020/10/21 11:40:19 GMT+8',
      '2020/10/21 11:40:19 GMT+19:00',
    ],
    ...['2020/10/21 11:40:19 GMT+08:60', '1721358527589.5', '-1721358527589', '0x17', '1e12'],
    ...[0, -1, 1, 999, 1e30, Number.NaN, Number.POSITIVE_INFINITY],
    ...[
      '0',
      '999',
      '99999999999999999999999999',
      `${'1'.repeat(100_000)}`,
      `2020/10/21 11:40:19 ${' '.repeat(100_000)}`,
    ],
  ];
  for (const value of bad) {
    it(`gives nothing for ${String(value).slice(0, 40)}`, () => assert.equal(readTime(value), undefined));
  }
});

describe('plausible times', () => {
  it('are those from 2015 to 2099', () => {
    assert.equal(new Date(plausibleTimes.from).toISOString(), '2015-01-01T00:00:00.000Z');
    assert.equal(new Date(plausibleTimes.until).toISOString(), '2100-01-01T00:00:00.000Z');
    assert.ok(isPlausibleTime(plausibleTimes.from) && !isPlausibleTime(plausibleTimes.until));
  });

  it('limit every unit to the digit', () => {
    for (const factor of ['', '000', '000000']) {
      assert.equal(readTime(`${plausibleTimes.from}${factor}`)?.epochMilliseconds, plausibleTimes.from);
      assert.equal(readTime(`${plausibleTimes.until}${factor}`), undefined);
    }
    assert.equal(readTime('4102444799999999999')?.epochMilliseconds, plausibleTimes.until - 1);
    assert.equal(readTime('1420070399999999999'), undefined);
  });
});
