import { emptyAnswers } from './answers.mjs';
import { copiedImage, image, otherAccount, storyAccessKey, storyAddress } from './people.mjs';

/**
 * What is in the bucket and what is to be found in it. Paths are those in the bucket.
 *
 * @typedef {ReturnType<typeof emptyManifest>} Manifest
 */

export function emptyManifest() {
  return {
    files: 0,
    digests: 0,
    /** In the files that are left, those of the one that was cut not counted. */
    traces: 0,
    /** From the beginning of the first hour to the end of the last, in epoch milliseconds. */
    from: 0,
    to: 0,
    missing: '',
    /** How many of the bytes are left. */
    cut: { path: '', bytes: 0 },
    altered: { path: '', traceId: '' },
    /** The id of a trace that was delivered twice, in two files; both are counted. */
    duplicate: '',
    story: {
      user: 'bob',
      accessKey: storyAccessKey,
      sourceIp: storyAddress,
      imageId: image.id,
      imageName: image.name,
      copiedImageId: copiedImage.id,
      otherProjectId: otherAccount.projectId,
    },
    /** The ids of the traces that answer a question, in the order of time of recording. */
    answers: emptyAnswers(),
  };
}
