import { IPv4, IPv6 } from 'ipaddr.js';

/** Whether an address is in a range; false for what is not an address. */
export type IpRange = (written: string) => boolean;

/**
 * Reads an address, which is a range of one, or a range in CIDR notation: `192.0.2.0/24`, `2001:db8::/32`. IPv4
 * addresses that are written as IPv6 count as IPv4.
 *
 * @returns `undefined` for anything else
 */
export function readIpRange(written: string): IpRange | undefined {
  const trimmed = written.trim();
  if (trimmed.length > maxLength) return undefined;
  const [base, bits] = readRange(trimmed) ?? [];
  if (base === undefined || bits === undefined) return undefined;
  return (other) => {
    const address = readAddress(other);
    if (address instanceof IPv4 && base instanceof IPv4) return address.match(base, bits);
    return address instanceof IPv6 && base instanceof IPv6 && address.match(base, bits);
  };
}

/** An IPv6 address with a zone and a length is hardly longer. */
const maxLength = 64;
const mappedBits = 96;

function readRange(text: string): readonly [IPv4 | IPv6, number] | undefined {
  if (!text.includes('/')) {
    const address = readAddress(text);
    return address && [address, address instanceof IPv4 ? 32 : 128];
  }
  if (IPv4.isValidCIDRFourPartDecimal(text)) return IPv4.parseCIDR(text);
  if (!IPv6.isValidCIDR(text)) return undefined;
  const [address, bits] = IPv6.parseCIDR(text);
  const isMapped = address.isIPv4MappedAddress() && bits >= mappedBits;
  return isMapped ? [address.toIPv4Address(), bits - mappedBits] : [address, bits];
}

function readAddress(written: string): IPv4 | IPv6 | undefined {
  const text = written.length > maxLength ? '' : written.trim();
  if (IPv4.isValidFourPartDecimal(text)) return IPv4.parse(text);
  if (!IPv6.isValid(text)) return undefined;
  const address = IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}
