/**
 * @typedef {import('./digests.mjs').BucketFile} BucketFile
 * @typedef {import('./record.mjs').TraceRecord} TraceRecord
 */

/**
 * What somebody did to a file after it was delivered.
 *
 * @param {BucketFile & { readonly records: readonly TraceRecord[] }} file
 * @param {import('./deliveries.mjs').Delivery['damage']} kind
 * @param {import('./manifest.mjs').Manifest} manifest
 * @param {(text: string) => Uint8Array} pack
 * @returns {BucketFile | undefined} nothing if it was deleted
 */
export function damage({ path, bytes, records }, kind, manifest, pack) {
  switch (kind) {
    case undefined:
      return { path, bytes };
    case 'missing':
      manifest.missing = path;
      return undefined;
    case 'cut': {
      const left = bytes.subarray(0, Math.floor(bytes.length * 0.6));
      manifest.cut = { path, bytes: left.length };
      return { path, bytes: left };
    }
    case 'altered': {
      const at = Math.floor(records.length / 2);
      manifest.altered = { path, traceId: records[at]?.trace_id ?? '' };
      const altered = records.map((record, index) => (index === at ? blameCarol(record) : record));
      return { path, bytes: pack(JSON.stringify(altered)) };
    }
  }
}

/**
 * The record with another name for who it was, which leaves the id.
 *
 * @param {TraceRecord} record
 * @returns {TraceRecord}
 */
function blameCarol(record) {
  const user = { ...JSON.parse(String(record['user'])), name: 'carol' };
  return { ...record, user: JSON.stringify(user) };
}
