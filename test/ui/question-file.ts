/** A trace as it is written to the file. */
type Record = Readonly<{ [field: string]: unknown }>;

/** A file of one line with the answers to the questions that readers ask, counted from its records. */
export interface QuestionFile {
  readonly text: string;
  readonly traces: number;
  readonly failed: number;
  /** Traces with names that IMS does not know. */
  readonly unknown: number;
  readonly user: string;
  /** Traces of {@link user}. */
  readonly byUser: number;
  readonly image: string;
  /** Traces that name {@link image} as their resource or in their request. */
  readonly ofImage: number;
  /** `2025-11-20`, of the first and the last trace, in UTC. */
  readonly days: readonly [string, string];
}

const users = ['alice', 'bob', 'chen', 'dora', 'ci-runner'];
const events = ['createImage', 'updateImage', 'deleteImage', 'exportImage', 'addMember', 'copyImage'];
const image = '3f6c1d2e-5a41-4c0b-9d6e-7f1a2b3c4d5e';
const start = Date.UTC(2025, 10, 20, 4, 2, 58);
const minute = 60_000;

/** Three thousand traces, one every minute; which of them failed and so on depends on their number alone. */
export function makeQuestionFile(): QuestionFile {
  const records = Array.from({ length: 3_000 }, (_, number) => recordOf(number));
  const count = (isCounted: (record: Record) => boolean) => records.filter(isCounted).length;
  const dayOf = (record: Record | undefined) => new Date(Number(record?.['time'])).toISOString().slice(0, 10);
  return {
    text: JSON.stringify(records),
    traces: records.length,
    failed: count(({ trace_rating }) => trace_rating !== 'normal'),
    unknown: count(({ trace_name }) => trace_name === 'createImages'),
    user: 'ci-runner',
    byUser: count(({ user }) => JSON.stringify(user).includes('ci-runner')),
    image,
    ofImage: count(({ resource_id, request }) => resource_id === image || String(request).includes(image)),
    days: [dayOf(records.at(0)), dayOf(records.at(-1))],
  };
}

function recordOf(number: number): Record {
  const isFailed = number % 20 === 7 || number === 2_999;
  const isOfImage = number % 250 === 13;
  return {
    trace_id: `ad165000-c5f7-41f0-9c1e-${String(number).padStart(12, '0')}`,
    trace_name: number % 700 === 5 ? 'createImages' : pick(events, number * 7),
    resource_type: 'ims',
    resource_name: isOfImage ? 'web-base' : `image-${number}`,
    resource_id:
      isOfImage && number % 500 === 13
        ? image
        : `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    trace_rating: isFailed ? pick(['warning', 'warning', 'incident'], number) : 'normal',
    trace_type: 'ApiCall',
    service_type: 'IMS',
    source_ip: `203.0.113.${number % 200}`,
    time: start + number * minute,
    code: isFailed ? '403' : '200',
    user: { name: number % 3 === 0 ? 'alice' : pick(users, number), domain: { name: 'orchard', id: 'd-1' } },
    request: isOfImage ? JSON.stringify({ image_id: image }) : '',
  };
}

function pick<T>(values: readonly T[], number: number): T | undefined {
  return values[number % values.length];
}
