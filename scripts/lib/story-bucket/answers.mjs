import { image, otherAccount, storyAccessKey } from './people.mjs';

/**
 * @typedef {import('./record.mjs').TraceRecord} TraceRecord
 * @typedef {Record<'deletedInLastTwoHours' | 'byAccessKey' | 'onImage' | 'failed' | 'signedInWithoutMfa' | 'sharedToOtherAccount', string[]>} Answers
 */

/** @type {Readonly<Record<keyof Answers, (record: TraceRecord) => boolean>>} */
const questions = {
  deletedInLastTwoHours: ({ trace_name }) => String(trace_name).startsWith('delete'),
  byAccessKey: ({ user }) => String(user).includes(`"access_key_id":"${storyAccessKey}"`),
  onImage: ({ resource_id }) => resource_id === image.id,
  failed: ({ trace_rating }) => trace_rating !== 'normal',
  signedInWithoutMfa: ({ trace_name, user }) =>
    trace_name === 'login' && String(user).includes('"mfa_authenticated":"false"'),
  sharedToOtherAccount: ({ trace_name, trace_rating, request }) =>
    trace_name === 'addMember' &&
    trace_rating === 'normal' &&
    String(request).includes(otherAccount.projectId),
};

/** @returns {Answers} */
export function emptyAnswers() {
  return {
    deletedInLastTwoHours: [],
    byAccessKey: [],
    onImage: [],
    failed: [],
    signedInWithoutMfa: [],
    sharedToOtherAccount: [],
  };
}

/**
 * Adds the id of a record to the answers that it belongs to.
 *
 * @param {Answers} answers
 * @param {TraceRecord} record
 * @param {number} lastTwoHours when they begin, in epoch milliseconds
 */
export function addToAnswers(answers, record, lastTwoHours) {
  for (const [name, ids] of Object.entries(answers)) {
    const isTooEarly = name === 'deletedInLastTwoHours' && record.record_time < lastTwoHours;
    const belongs = questions[/** @type {keyof Answers} */ (name)];
    if (!isTooEarly && belongs(record)) ids.push(record.trace_id);
  }
}
