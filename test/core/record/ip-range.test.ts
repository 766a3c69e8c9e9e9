import assert from 'node:assert/strict';
import { readIpRange } from '../../../src/core/record/ip-range';

const isIn = (range: string, address: string) => readIpRange(range)?.(address);

describe('readIpRange', () => {
  it('reads an address', () => {
    assert.equal(isIn('203.0.113.8', '203.0.113.8'), true);
    assert.equal(isIn('203.0.113.8', ' 203.0.113.8 '), true);
    assert.equal(isIn('203.0.113.8', '203.0.113.80'), false);
    assert.equal(isIn('2001:db8::1', '2001:DB8:0:0::1'), true);
  });

  it('reads a range', () => {
    assert.equal(isIn('198.51.100.0/25', '198.51.100.127'), true);
    assert.equal(isIn('198.51.100.0/25', '198.51.100.128'), false);
    assert.equal(isIn('0.0.0.0/0', '203.0.113.8'), true);
    assert.equal(isIn('0.0.0.0/0', '2001:db8::1'), false);
    assert.equal(isIn('2001:db8::/32', '2001:db9::1'), false);
  });

  it('takes IPv4 that is written as IPv6 for IPv4', () => {
    assert.equal(isIn('203.0.113.8', '::ffff:203.0.113.8'), true);
    assert.equal(isIn('::ffff:203.0.113.0/120', '203.0.113.8'), true);
  });

  it('holds nothing that is no address', () => {
    assert.equal(isIn('0.0.0.0/0', ''), false);
    assert.equal(isIn('0.0.0.0/0', 'unknown'), false);
    assert.equal(isIn('0.0.0.0/0', '1'.repeat(1000)), false);
  });

  it('reads nothing else', () => {
    for (const text of ['', '10', '10/8', '203.0.113.0/33', '203.0.113.0/', 'a/24', '1'.repeat(100)])
      assert.equal(readIpRange(text), undefined, text);
  });
});
