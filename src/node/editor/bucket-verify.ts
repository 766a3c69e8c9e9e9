import type { BucketMessage, VerifyRequest } from '../../core/bucket/bucket-request';
import { localizerOf } from '../arguments/language';
import { gatherEvidence } from '../commands/gather-evidence';
import { unreadText, verifyGathered } from '../commands/verify-gathered';

/** How often progress is sent, in milliseconds. */
const sendInterval = 100;

/** Compares the trace files of folders with the digests beside them. No key is known, so signatures are not checked. */
export async function verifyBucket(
  { language, locations }: VerifyRequest,
  send: (message: BucketMessage) => void,
): Promise<void> {
  const localizer = localizerOf(language);
  let lastSent = 0;
  const gathered = await gatherEvidence(locations, false, async (files) => {
    if (performance.now() - lastSent < sendInterval) return true;
    lastSent = performance.now();
    send({ kind: 'progress', progress: { files, total: undefined, traces: 0, findings: 0 } });
    return true;
  });
  if (gathered === undefined) return;
  const verification = await verifyGathered(gathered, undefined);
  const unread = gathered.unread.map(({ path, code }) => ({
    path,
    reason: unreadText(path, code, localizer),
  }));
  const report = { ...verification, unread, others: gathered.others, hasKey: false };
  send({ kind: 'verification', report });
}
