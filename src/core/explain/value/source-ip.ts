import { type IpAddress, readIpAddress } from '../../record/ip-address';
import type { Translate } from '../../text/localization';
import { code, lines, text } from '../../text/markdown';
import type { ExplainValue } from '../parts/explanation';
import { heading } from '../parts/phrases';

/** Explains what kind of address `source_ip` is; says nothing of where it is. */
export const explainSourceIp: ExplainValue = (value, _trace, { localizer: { t } }) => {
  const address = typeof value === 'string' ? readIpAddress(value) : undefined;
  if (typeof value !== 'string' || address === undefined) return undefined;
  return [lines(heading('source_ip', code(value), text(purposeText(address, t))))];
};

function purposeText({ version, purpose }: IpAddress, t: Translate): string {
  switch (purpose) {
    case 'public':
      return version === 4 ? t('public IPv4 address') : t('public IPv6 address');
    case 'private':
      return version === 4
        ? t('private IPv4 address (RFC 1918), only unique within its own network')
        : t('private IPv6 address (RFC 4193), not reachable from the internet');
    case 'shared':
      return t('shared IPv4 address (RFC 6598) for carrier-grade NAT');
    case 'cloud':
      return t('shared IPv4 address (RFC 6598) in 100.125.0.0/16, which Huawei Cloud services use');
    case 'loopback':
      return t('loopback address: the machine itself');
    case 'link-local':
      return t('link-local address, only valid within its own network segment');
    case 'documentation':
      return t('address reserved for documentation, not of a real machine');
    case 'special':
      return t('address reserved for special purposes (IANA)');
  }
}
