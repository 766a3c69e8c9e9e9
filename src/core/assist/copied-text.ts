import type { Localizer } from '../text/localization';

/** Says that a trace was copied without its credentials. */
export function copiedText(masked: number, { t }: Localizer): string {
  return masked === 1
    ? t('Trace copied, 1 credential masked')
    : t('Trace copied, {0} credentials masked', masked);
}
