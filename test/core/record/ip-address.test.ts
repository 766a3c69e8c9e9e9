import assert from 'node:assert/strict';
import { readIpAddress } from '../../../src/core/record/ip-address';

function shown(written: string): string | undefined {
  const address = readIpAddress(written);
  return address && `${address.version} ${address.purpose}`;
}

describe('readIpAddress', () => {
  const cases: readonly (readonly [written: string, expected: string | undefined])[] = [
    ['8.8.8.8', '4 public'],
    [' 10.0.0.1 ', '4 private'],
    ['172.15.255.255', '4 public'],
    ['172.16.0.0', '4 private'],
    ['172.31.255.255', '4 private'],
    ['172.32.0.0', '4 public'],
    ['192.168.1.1', '4 private'],
    ['100.63.255.255', '4 public'],
    ['100.64.0.1', '4 shared'],
    ['100.125.3.4', '4 cloud'],
    ['100.127.255.255', '4 shared'],
    ['127.0.0.1', '4 loopback'],
    ['169.254.169.254', '4 link-local'],
    ['192.0.2.1', '4 documentation'],
    ['198.51.100.255', '4 documentation'],
    ['203.0.113.0', '4 documentation'],
    ['203.0.114.0', '4 public'],
    ['198.19.0.1', '4 special'],
    ['0.0.0.0', '4 special'],
    ['255.255.255.255', '4 special'],
    ['::ffff:10.0.0.1', '4 private'],
    ['::FFFF:8.8.8.8', '4 public'],
    ['::1', '6 loopback'],
    ['::', '6 special'],
    ['fe80::1%eth0', '6 link-local'],
    ['fd12:3456::1', '6 private'],
    ['2001:db8::1', '6 documentation'],
    ['3fff:fff::1', '6 documentation'],
    ['2001:0::1', '6 special'],
    ['2606:4700:4700::1111', '6 public'],
    ['2400:1:2:3:4:5:6:7', '6 public'],
    ['ff02::1', '6 special'],
    ['', undefined],
    ['256.1.1.1', undefined],
    ['1.2.3', undefined],
    ['1.2.3.4:80', undefined],
    ['10.0.0.1, 10.0.0.2', undefined],
    ['2400:1:2:3:4:5:6', undefined],
    ['2400::1::2', undefined],
    ['1:2:3:4:5:6:7::8', undefined],
    ['12345::', undefined],
    ['::1.2.3', undefined],
    ['1.2.3.4::', undefined],
    [':', undefined],
    ['x'.repeat(1_000_000), undefined],
  ];
  for (const [written, expected] of cases)
    it(`reads ${written.slice(0, 40) || 'nothing'}`, () => assert.equal(shown(written), expected));
});
