import type { Hole } from '../evidence/digest-reach';
import type { FileVerdict } from '../evidence/file-verdict';
import type { FailureReason, UncheckedReason, UncoveredReason, Verdict } from '../evidence/verdict';
import { replaceControlCharacters } from '../text/display-text';
import type { Localizer } from '../text/localization';

/** What a verdict is called. */
export function verdictName(kind: Verdict['kind'], { t }: Localizer): string {
  switch (kind) {
    case 'holds':
      return t('holds');
    case 'does-not-hold':
      return t('does not hold');
    case 'cannot-be-checked':
      return t('cannot be checked');
    case 'not-covered':
      return t('not covered');
  }
}

/** Why a verdict is what it is; empty if the file holds. */
export function reasonText({ verdict, listedBy = '' }: FileVerdict, localizer: Localizer): string {
  switch (verdict.kind) {
    case 'holds':
      return '';
    case 'does-not-hold':
      return failureText(verdict.reason, listedBy, localizer);
    case 'cannot-be-checked':
      return uncheckedText(verdict.reason, listedBy, localizer);
    case 'not-covered':
      return uncoveredText(verdict.reason, localizer);
  }
}

function failureText(reason: FailureReason, listedBy: string, { t }: Localizer): string {
  switch (reason) {
    case 'missing':
      return t('it is missing, but digest "{0}" lists it', listedBy);
    case 'hash-differs':
      return t('it was changed or cut off: its MD5 differs from the one in digest "{0}"', listedBy);
    case 'data-appended':
      return t('data was appended to it: only the part before has the MD5 in digest "{0}"', listedBy);
    case 'signature-wrong':
      return t('its signature is wrong');
    case 'not-in-chain':
      return t('no later digest refers to it, but to another one for the same time');
  }
}

function uncheckedText(reason: UncheckedReason, listedBy: string, { t }: Localizer): string {
  switch (reason) {
    case 'encrypted':
      return t('no MD5 around it matches. In an encrypted bucket, digests list ETags that are not MD5s');
    case 'unreadable':
      return t('it could not be read');
    case 'repacked':
      return t(
        'it was unpacked or packed after delivery. The MD5 in digest "{0}" is that of the original',
        listedBy,
      );
    case 'algorithm':
      return t('digest "{0}" has a hash of it that is not an MD5', listedBy);
    case 'digest-altered':
      return t('digest "{0}", which lists it, does not hold', listedBy);
    case 'damaged':
      return t('the digest is damaged or cut off');
    case 'chain-restarted':
      return t('it refers to no earlier digest, so digests before it may be missing');
    case 'signature-unchecked':
      return t("its signature is not in any later digest. Pass it to 'cts-trace verify --signatures'");
  }
}

function uncoveredText(reason: UncoveredReason, { t }: Localizer): string {
  switch (reason) {
    case 'no-digests':
      return t('there are no digests for it');
    case 'before':
      return t('it is older than the first digest');
    case 'after':
      return t('it is newer than the last digest');
    case 'hole':
      return t('the digest for its time is not in this copy');
    case 'unlisted':
      return t('the digest for its time does not list it');
  }
}

/** Why no digest covers a time. */
export function causeText(cause: Hole['cause'], { t }: Localizer): string {
  switch (cause) {
    case 'digest-missing':
      return t('digests are missing');
    case 'digest-damaged':
      return t('a digest is damaged');
    case 'turned-off':
      return t('verification was turned off');
    case 'chain-restarted':
      return t('the chain of digests begins anew, so digests may be missing');
    case 'none-written':
      return t('no digest was written');
  }
}

/** A verdict on a file: `This file does not hold: …`, or its name if it is not there to be marked. */
export function verdictDiagnosticText(verdict: FileVerdict, localizer: Localizer): string {
  const object = verdict.object ?? '';
  const name = replaceControlCharacters(object.slice(object.lastIndexOf('/') + 1));
  const reason = replaceControlCharacters(reasonText(verdict, localizer));
  const what = verdictName(verdict.verdict.kind, localizer);
  return verdict.path === undefined
    ? localizer.t('"{0}" {1}: {2}', name, what, reason)
    : localizer.t('This file {0}: {1}', what, reason);
}
