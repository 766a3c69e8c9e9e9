import { IPv4, IPv6 } from 'ipaddr.js';

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
  if (IPv4.isValidFourPartDecimal(trimmed)) return readIpv4(IPv4.parse(trimmed));
  if (!IPv6.isValid(trimmed)) return undefined;
  const six = IPv6.parse(trimmed);
  return six.isIPv4MappedAddress()
    ? readIpv4(six.toIPv4Address())
    : { version: 6, purpose: ipv6Ranges.find(({ range }) => six.match(range))?.purpose ?? 'special' };
}

/** An IPv6 address with a zone is hardly longer. */
const maxLength = 64;

function readIpv4(address: IPv4): IpAddress {
  return { version: 4, purpose: ipv4Ranges.find(({ range }) => address.match(range))?.purpose ?? 'public' };
}

/** An address and how many of its leading bits all addresses of the range have. */
interface Range<Address> {
  readonly range: [Address, number];
  readonly purpose: IpPurpose;
}

/** The first range counts; an address in none is public. */
const ipv4Ranges: readonly Range<IPv4>[] = [
  v4('10.0.0.0/8', 'private'),
  v4('172.16.0.0/12', 'private'),
  v4('192.168.0.0/16', 'private'),
  v4('100.125.0.0/16', 'cloud'),
  v4('100.64.0.0/10', 'shared'),
  v4('127.0.0.0/8', 'loopback'),
  v4('169.254.0.0/16', 'link-local'),
  v4('192.0.2.0/24', 'documentation'),
  v4('198.51.100.0/24', 'documentation'),
  v4('203.0.113.0/24', 'documentation'),
  v4('0.0.0.0/8', 'special'),
  v4('192.0.0.0/24', 'special'),
  v4('198.18.0.0/15', 'special'),
  v4('224.0.0.0/3', 'special'),
];

/** The first range counts; an address in none is special, as only a part of all has been given out. */
const ipv6Ranges: readonly Range<IPv6>[] = [
  v6('::1/128', 'loopback'),
  v6('fc00::/7', 'private'),
  v6('fe80::/10', 'link-local'),
  v6('2001:db8::/32', 'documentation'),
  v6('3fff::/20', 'documentation'),
  v6('2001::/23', 'special'),
  v6('2002::/16', 'special'),
  v6('2000::/3', 'public'),
];

function v4(range: string, purpose: IpPurpose): Range<IPv4> {
  return { range: IPv4.parseCIDR(range), purpose };
}

function v6(range: string, purpose: IpPurpose): Range<IPv6> {
  return { range: IPv6.parseCIDR(range), purpose };
}
