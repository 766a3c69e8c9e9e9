/**
 * What an address is reserved for, by the IANA registries of special-purpose addresses. `cloud` is the part of the
 * shared space that the documentation of Huawei Cloud (CCE, ELB) gives as that of its services.
 */
export type IpPurpose =
  | 'public'
  | 'private'
  | 'shared'
  | 'cloud'
  | 'loopback'
  | 'link-local'
  | 'documentation'
  | 'special';

export interface IpAddress {
  readonly version: 4 | 6;
  readonly purpose: IpPurpose;
}

/** @returns `undefined` unless the text is one address; an IPv4 address that is written as IPv6 counts as IPv4 */
export function readIpAddress(written: string): IpAddress | undefined {
  const trimmed = written.length > maxLength ? '' : written.trim();
  const four = readIpv4(trimmed);
  if (four !== undefined) return { version: 4, purpose: purposeOf(four, ipv4Ranges) };
  const six = readIpv6(trimmed);
  if (six === undefined) return undefined;
  return isMapped(six)
    ? { version: 4, purpose: purposeOf(six.slice(12), ipv4Ranges) }
    : { version: 6, purpose: purposeOf(six, ipv6Ranges) };
}

/** An IPv6 address with a zone is hardly longer. */
const maxLength = 64;

/** The bytes of an address, most significant first. */
type Bytes = readonly number[];

interface Range {
  readonly start: Bytes;
  /** How many leading bits the addresses of the range share. */
  readonly bits: number;
  readonly purpose: IpPurpose;
}

const ipv4Ranges: readonly Range[] = [
  v4('10.0.0.0', 8, 'private'),
  v4('172.16.0.0', 12, 'private'),
  v4('192.168.0.0', 16, 'private'),
  v4('100.125.0.0', 16, 'cloud'),
  v4('100.64.0.0', 10, 'shared'),
  v4('127.0.0.0', 8, 'loopback'),
  v4('169.254.0.0', 16, 'link-local'),
  v4('192.0.2.0', 24, 'documentation'),
  v4('198.51.100.0', 24, 'documentation'),
  v4('203.0.113.0', 24, 'documentation'),
  v4('0.0.0.0', 8, 'special'),
  v4('192.0.0.0', 24, 'special'),
  v4('198.18.0.0', 15, 'special'),
  v4('224.0.0.0', 3, 'special'),
];

const ipv6Ranges: readonly Range[] = [
  v6('::1', 128, 'loopback'),
  v6('fc00::', 7, 'private'),
  v6('fe80::', 10, 'link-local'),
  v6('2001:db8::', 32, 'documentation'),
  v6('3fff::', 20, 'documentation'),
  v6('2001::', 23, 'special'),
  v6('2002::', 16, 'special'),
  v6('2000::', 3, 'public'),
  v6('::', 0, 'special'),
];

function v4(start: string, bits: number, purpose: IpPurpose): Range {
  return { start: readIpv4(start) ?? [], bits, purpose };
}

function v6(start: string, bits: number, purpose: IpPurpose): Range {
  return { start: readIpv6(start) ?? [], bits, purpose };
}

/** The first range counts; an address in none is public. */
function purposeOf(bytes: Bytes, ranges: readonly Range[]): IpPurpose {
  return ranges.find((range) => isWithin(bytes, range))?.purpose ?? 'public';
}

function isWithin(bytes: Bytes, { start, bits }: Range): boolean {
  return start.every((byte, index) => {
    const ignored = Math.min(8, Math.max(0, 8 * (index + 1) - bits));
    return byte >> ignored === (bytes[index] ?? 0) >> ignored;
  });
}

function isMapped(bytes: Bytes): boolean {
  return bytes.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 0xff));
}

function readIpv4(written: string): Bytes | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(written)) return undefined;
  const bytes = written.split('.').map(Number);
  return bytes.every((byte) => byte <= 0xff) ? bytes : undefined;
}

function readIpv6(written: string): Bytes | undefined {
  const [address = ''] = written.split('%', 1);
  const [left = '', right, more] = address.split('::');
  if (!address.includes(':') || more !== undefined) return undefined;
  const head = readGroups(left, right === undefined);
  const tail = readGroups(right ?? '', true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 16 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 2) return undefined;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}

/** The bytes of groups between colons; at the end of the address, the last may be an IPv4 address. */
function readGroups(written: string, isEnd: boolean): Bytes | undefined {
  if (written === '') return [];
  const groups = written.split(':');
  const bytes = groups.map((group, index): Bytes | undefined => {
    if (/^[\da-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 0xff];
    }
    return isEnd && index === groups.length - 1 ? readIpv4(group) : undefined;
  });
  return bytes.some((group) => group === undefined) ? undefined : bytes.flatMap((group) => group ?? []);
}
