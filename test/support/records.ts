/** Kinds of generated records, named after what is wrong or special in them. */
export type Flavour =
  | 'valid'
  | 'misspelled'
  | 'value'
  | 'missing'
  | 'repeated'
  | 'type'
  | 'older'
  | 'long'
  | 'endless'
  | 'damaged'
  | 'other';

export const flavours: readonly Flavour[] = [
  'valid',
  'misspelled',
  'value',
  'missing',
  'repeated',
  'type',
  'older',
  'long',
  'endless',
  'damaged',
  'other',
];

/** A trace without findings that has every kind of value. */
export function validRecord(number: number): Readonly<Record<string, unknown>> {
  return {
    trace_id: `ad165000-c5f7-11f0-9c1e-${String(number).padStart(12, '0')}`,
    trace_name: number % 2 === 0 ? 'createImage' : 'deleteMemeber',
    resource_type: 'ims',
    trace_rating: 'normal',
    trace_type: number % 3 === 0 ? 'ApiCall' : 'ConsoleAction',
    service_type: 'IMS',
    time: 1_763_632_800_000 + number,
    read_only: false,
    code: '200',
    user: { name: 'mei', domain: { name: 'acme', id: 'd-1' }, roles: [{ name: 'admin' }, { name: 'x' }] },
    request: '{"name":"a \\"b\\" {","tags":[1,{"k":"v"}]}',
    response: null,
    empty: [{}, [], ''],
  };
}

const longText = 'lorem ipsum [{ "x": 1 } ] '.repeat(2_700);
const endlessText = longText.repeat(4);

const changes: Readonly<Record<Flavour, Readonly<Record<string, unknown>>>> = {
  valid: {},
  misspelled: { trace_name: 'createImages' },
  value: { trace_rating: 'normall', resource_type: 'images' },
  missing: { trace_type: undefined, time: null },
  repeated: {},
  type: { code: true, source_ip: 7 },
  older: { 'trace_status ': 'incident', trace_rating: undefined, trace_type: 'console' },
  long: { message: longText },
  endless: { message: endlessText },
  damaged: {},
  other: {},
};

/** A record of the flavour, on several lines if there is an `indent`. */
export function recordText(flavour: Flavour, number: number, indent: string | undefined): string {
  if (flavour === 'other') return JSON.stringify({ name: 'no trace', number }, undefined, indent);
  if (flavour === 'damaged') {
    return JSON.stringify({ trace_id: 'cut', time: number, note: '[{' }, undefined, indent);
  }
  const text = JSON.stringify({ ...validRecord(number), ...changes[flavour] }, undefined, indent);
  return flavour === 'repeated' ? text.replace('{', '{"code":"404",') : text;
}

/** Arrangements of records in a generated file. */
export const shapes = {
  line: (records) => `[${records.join(',')}]`,
  pretty: (records) => `[\n  ${records.join(',\n  ')}\n]\n`,
  joined: (records) => records.map((record) => `[${record}]`).join(''),
  nested: (records) => `[${records.map((record) => `[${record}]`).join(',\n')}]`,
  page: (records) =>
    `{"meta_data": {"count": ${records.length}, "marker": "m"},\n"traces": [${records.join(',')}]}`,
  pages: (records) =>
    records.map((record) => `{"traces":[${record}, ${record}],"meta_data":{"count":2}}`).join('\n'),
  context: (records) =>
    `[${records.map((record) => `{"project_id": "p", "context": ${record}}`).join(',\n')}]`,
  lines: (records) => records.map((record) => `${record}\n`).join(''),
  events: (records) =>
    records
      .map((record) => `{"id":"e","time":"2025-11-20T10:00:00Z","data":${record},"source":"HC.IMS"}\n`)
      .join(''),
  concatenated: (records) => records.join('\r\n\r\n'),
  mixed: (records) => `\uFEFF${records.join(' 7 "x",\n')}\n[${records.slice(0, 2).join('\n')}]`,
} satisfies Readonly<Record<string, (records: readonly string[]) => string>>;

export type Shape = keyof typeof shapes;

export const shapeNames = Object.keys(shapes) as readonly Shape[];

/** Traces that differ in their id, their event and their time. @param count at most 100 */
export function numberedRecords(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    trace_id: `f47ac10b-58cc-4372-a567-0e02b2c3d4${String(index).padStart(2, '0')}`,
    trace_name: `event${index}`,
    service_type: 'IMS',
    resource_type: 'ims',
    trace_rating: 'normal',
    trace_type: 'ApiCall',
    time: 1795136523120 + index,
  }));
}
