import assert from 'node:assert/strict';
import { mayBeIn, readTimeWindow, type WrittenWindow } from '../../../src/core/rows/time-window';
import { rowOfRecord } from '../../support/rows';

const now = Date.UTC(2026, 10, 26, 12);

/** The ends as ISO 8601, or what is wrong. */
function ends(written: WrittenWindow): unknown {
  const window = readTimeWindow(written, now);
  if ('problem' in window) return window.problem;
  return [window.from, window.until].map((end) => (end === undefined ? '' : new Date(end).toISOString()));
}

describe('a time window', () => {
  it('has the ends that are written, in UTC without a zone', () => {
    assert.deepEqual(ends({ from: '2026-11-20T08:00:00+08:00' }), ['2026-11-20T00:00:00.000Z', '']);
    assert.deepEqual(ends({ from: '2026-11-20T08:00:00Z' }), ['2026-11-20T08:00:00.000Z', '']);
    assert.deepEqual(ends({ from: '2026-11-20 08:00:00.5' }), ['2026-11-20T08:00:00.500Z', '']);
    assert.deepEqual(ends({ from: '2026-11-20t08:00z' }), ['2026-11-20T08:00:00.000Z', '']);
    assert.deepEqual(ends({ to: '2026/11/20 08:00:00 GMT+08:00' }), ['', '2026-11-20T00:00:00.000Z']);
    assert.deepEqual(ends({ from: '1795136523120' }), ['2026-11-20T01:02:03.120Z', '']);
    assert.deepEqual(ends({}), ['', '']);
  });

  it('has the whole day of a date', () => {
    assert.deepEqual(ends({ from: '2026-11-20', to: '2026-11-20' }), [
      '2026-11-20T00:00:00.000Z',
      '2026-11-20T23:59:59.999Z',
    ]);
  });

  it('has a length up to now', () => {
    assert.deepEqual(ends({ last: '2h' }), ['2026-11-26T10:00:00.000Z', '']);
    assert.deepEqual(ends({ last: '90m' }), ['2026-11-26T10:30:00.000Z', '']);
    assert.deepEqual(ends({ last: '30D' }), ['2026-10-27T12:00:00.000Z', '']);
    assert.deepEqual(ends({ last: '2w' }), ['2026-11-12T12:00:00.000Z', '']);
  });

  it('is never dropped: what cannot be read is a problem', () => {
    const wrong = [
      '',
      ' ',
      'yesterday',
      '2026-13-01',
      '2026-02-30',
      '20/11/2026',
      '2026-11-20T25:00:00Z',
      '11/20/2026 10:00:00',
    ];
    for (const time of wrong) {
      assert.equal(ends({ from: time }), 'from', time);
      assert.equal(ends({ to: time }), 'to', time);
    }
    for (const length of ['', '30', 'd', '0d', '-1d', '1.5h', '30 d', '9999999d', '1y'])
      assert.equal(ends({ last: length }), 'last', length);
    assert.equal(ends({ last: '1d', to: '2026-11-20' }), 'combined');
    assert.equal(ends({ from: '2026-11-21', to: '2026-11-20' }), 'order');
  });
});

describe('the traces of a time window', () => {
  const window = { from: Date.UTC(2026, 10, 20, 8), until: Date.UTC(2026, 10, 20, 10) };
  const isIn = (record: object) => mayBeIn(window, rowOfRecord({ ...record }));

  it('are those between its ends, which are part of it', () => {
    assert.equal(isIn({ time: window.from }), true);
    assert.equal(isIn({ time: window.from - 1 }), false);
    assert.equal(isIn({ time: window.until }), true);
    assert.equal(isIn({ time: window.until + 1 }), false);
    assert.equal(mayBeIn({ from: undefined, until: undefined }, rowOfRecord({ time: 1795136523120 })), true);
  });

  it('go by the time of recording if there is no other', () => {
    assert.equal(isIn({ record_time: window.from }), true);
    assert.equal(isIn({ time: window.from - 1, record_time: window.from }), false);
  });

  it('include one whose time may be in it, as it has no zone', () => {
    assert.equal(isIn({ time: '2026-11-20T22:00:00' }), true);
    assert.equal(isIn({ time: '2026-11-19T20:00:00' }), true);
    assert.equal(isIn({ time: '2026-11-19T19:00:00' }), false);
    assert.equal(isIn({ time: '2026-11-21T01:00:00' }), false);
  });

  it('do not include one without a time', () => {
    assert.equal(isIn({}), false);
    assert.equal(isIn({ time: 'soon' }), false);
  });
});
