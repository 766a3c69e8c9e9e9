import type { BucketMessage, VerifyRequest } from '../../core/bucket/bucket-request';
import type { SignatureCheck } from '../../core/evidence/signatures';
import { noteAbout } from '../../core/input/reading-notes';
import { codeOf, openErrorText } from '../../core/jobs/open-error';
import type { Localizer } from '../../core/text/localization';
import { localizerOf } from '../arguments/language';
import { gatherEvidence } from '../commands/gather-evidence';
import { unreadText, verifyGathered } from '../commands/verify-gathered';
import { readSignatureKey } from '../input/signature-key';

/** How often progress is sent, in milliseconds. */
const sendInterval = 100;

/** Compares the trace files of folders with the digests beside them. */
export async function verifyBucket(
  { language, locations, key }: VerifyRequest,
  send: (message: BucketMessage) => void,
): Promise<void> {
  const localizer = localizerOf(language);
  const signatures = key === undefined ? undefined : readSignatures(key, localizer);
  if (typeof signatures === 'string') return send({ kind: 'failed', error: signatures });
  let lastSent = 0;
  const gathered = await gatherEvidence(locations, false, async (files) => {
    if (performance.now() - lastSent < sendInterval) return true;
    lastSent = performance.now();
    send({ kind: 'progress', progress: { files, total: undefined, traces: 0, findings: 0 } });
    return true;
  });
  if (gathered === undefined) return;
  const verification = await verifyGathered(gathered, signatures);
  const unread = gathered.unread.map(({ path, code }) => ({
    path,
    reason: unreadText(path, code, localizer),
  }));
  const report = { ...verification, unread, others: gathered.others, hasKey: signatures !== undefined };
  send({ kind: 'verification', report });
}

/** @returns why there is none, localised, if the file holds no key */
function readSignatures(file: string, localizer: Localizer): SignatureCheck | string {
  try {
    const isSignature = readSignatureKey(file);
    if (isSignature !== undefined) return { isSignature, given: new Map() };
    return noteAbout(file, localizer.t('is not an RSA public key or a certificate with one'), localizer);
  } catch (error) {
    return noteAbout(file, openErrorText(file, codeOf(error), localizer), localizer);
  }
}
