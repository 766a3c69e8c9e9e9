import assert from 'node:assert/strict';
import { isSameOffset, isTimeZone, zonedTimeOf } from '../../../src/core/text/zoned-time';

describe('zonedTimeOf', () => {
  const moment = Date.UTC(2026, 10, 26, 23, 13, 5, 678);

  it('gives the date, the clock to the second and the offset', () => {
    assert.deepEqual(zonedTimeOf(moment, 'UTC'), { date: '2026-11-26', clock: '23:13:05', zone: 'UTC' });
    assert.deepEqual(zonedTimeOf(moment, 'Asia/Shanghai'), {
      date: '2026-11-27',
      clock: '07:13:05',
      zone: 'GMT+08:00',
    });
    assert.equal(zonedTimeOf(moment, 'Europe/London').zone, 'GMT+00:00');
  });

  it('follows the clock changes of the zone', () => {
    assert.equal(zonedTimeOf(Date.UTC(2026, 6, 1), 'Europe/Berlin').zone, 'GMT+02:00');
    assert.equal(zonedTimeOf(Date.UTC(2026, 0, 1), 'Europe/Berlin').zone, 'GMT+01:00');
  });

  it('shows midnight as 00:00:00', () => {
    assert.equal(zonedTimeOf(Date.UTC(2026, 0, 1, 16), 'Asia/Shanghai').clock, '00:00:00');
  });

  it('falls back to UTC in a zone that the engine does not know', () => {
    assert.deepEqual(zonedTimeOf(moment, 'Mars/Olympus'), zonedTimeOf(moment, 'UTC'));
    assert.equal(isTimeZone('Mars/Olympus'), false);
    assert.equal(isTimeZone('Asia/Shanghai'), true);
  });
});

describe('isSameOffset', () => {
  it('compares zones however they are written', () => {
    const same = [
      ['GMT+08:00', '+0800'],
      ['UTC+08:00', '+08:00'],
      ['GMT', 'UTC'],
      ['Z', 'GMT+00:00'],
    ] as const;
    for (const [zone, other] of same) assert.equal(isSameOffset(zone, other), true, zone);
    assert.equal(isSameOffset('GMT+08:00', 'GMT-08:00'), false);
    assert.equal(isSameOffset('GMT', 'GMT+08:00'), false);
  });
});
