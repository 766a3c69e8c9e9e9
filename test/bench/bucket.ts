import { makeRecords } from './traces';

/**
 * Files as CTS puts them into a bucket: an array on one line, keys in alphabetical order, numbers as numbers, and
 * `user`, `request` and `response` as JSON in strings.
 *
 * @param fileCount of files of about `units` UTF-16 units each
 */
export function makeBucketFiles(fileCount: number, units: number): readonly string[] {
  const records = makeRecords(fileCount * units, 0.01).map((record) => JSON.stringify(toBucketForm(record)));
  const size = Math.ceil(records.length / fileCount);
  return Array.from(
    { length: fileCount },
    (_, index) => `[${records.slice(index * size, (index + 1) * size).join(',')}]`,
  );
}

function toBucketForm(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const code = Number(record['code']);
  const more = { ...record, code, user: JSON.stringify(record['user']), user_agent: agent };
  return Object.fromEntries(Object.entries(more).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/147.0.0.0';
