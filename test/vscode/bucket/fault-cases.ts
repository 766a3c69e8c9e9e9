import { gzip, join } from '../gzip';
import { record } from './bucket-files';
import type { Way } from './checked-bucket';

/** What becomes of each file: `path | outcome | note | line and rule of each finding`. */
type Lines = readonly string[];

export interface FaultCase {
  readonly name: string;
  /** What is written before, by path; a path with a slash at its end is a folder. */
  readonly files: () => Promise<Readonly<Record<string, Uint8Array | string>>>;
  readonly expected: Lines;
}

const unknown = () => JSON.stringify(record({ event: 'createImages' }));
const packed = () => gzip(unknown());
const bytesOf = (text: string) => new TextEncoder().encode(text);

function withWrongChecksum(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[bytes.length - 8] = (changed[bytes.length - 8] ?? 0) ^ 1;
  return changed;
}

/** The second line has more than 64 million characters, on one line. */
const bomb = () => `${unknown()}\n{"trace_name":"${'x'.repeat(65 * 1024 * 1024)}"}\n${unknown()}`;

const cut = 'is cut off: the gzipped data ends too early. What could be unpacked was read. Download it again';

/** The same on any file system. */
export const faultCases: readonly FaultCase[] = [
  {
    name: 'gzipped data that is whole, and damaged in every way',
    files: async () => ({
      'appended.json.gz': join(await packed(), new Uint8Array([1, 2, 3])),
      'cut.json.gz': (await packed()).subarray(0, -1),
      'cut-in-header.json.gz': (await packed()).subarray(0, 5),
      'members.jsonl.gz': join(await gzip(`${unknown()}\n`), await packed()),
      'padded.json.gz': join(await packed(), new Uint8Array(512)),
      'twice.json.gz': await gzip(await packed()),
      'wrong-checksum.json.gz': withWrongChecksum(await packed()),
    }),
    expected: [
      'appended.json.gz | read-in-part | has bytes after the end of its gzipped data, which were not read | 1 unknown-event',
      `cut-in-header.json.gz | unreadable | ${cut}`,
      `cut.json.gz | read-in-part | ${cut} | 1 unknown-event`,
      'members.jsonl.gz | read | 1 unknown-event | 2 unknown-event',
      'padded.json.gz | read | 1 unknown-event',
      "twice.json.gz | unreadable | is gzipped twice. Unzip it once first: 'gunzip FILE'",
      'wrong-checksum.json.gz | read-in-part | was read, but the checksum of its gzipped data is wrong: it is not what was compressed | 1 unknown-event',
    ],
  },
  {
    name: 'a value of 64 million characters in a packed file of some kilobytes',
    files: async () => ({ 'bomb.jsonl.gz': await gzip(bomb()), 'read.json': unknown() }),
    expected: [
      `bomb.jsonl.gz | read-in-part | was read up to line 1, column ${unknown().length + 1}: the value that begins there is longer than 64 million characters | 1 unknown-event`,
      'read.json | read | 1 unknown-event',
    ],
  },
  {
    name: 'empty files, an empty folder, and JSON without traces',
    files: async () => ({
      'empty/': '',
      'empty.json': '',
      'empty.json.gz': await gzip(''),
      'other.json': '{"a": 1}',
      'without/other.json': '[]',
    }),
    expected: [
      'empty.json | no-traces',
      'empty.json.gz | no-traces',
      'other.json | no-traces',
      'without/other.json | no-traces',
    ],
  },
  {
    name: 'text that is damaged, and none',
    files: async () => ({
      'binary.json': new Uint8Array([0, 1, 2, 3]),
      'cut.json': `[${unknown()},\n{"trace_name": "createImages", "trace_id": "`,
      'latin-1.json': join(bytesOf('[{"name": "'), new Uint8Array([0xe9]), bytesOf(`"}, ${unknown()}]`)),
    }),
    expected: [
      'binary.json | unreadable | is not text: it contains NUL characters. UTF-16 must begin with a byte order mark',
      'cut.json | read | 1 unknown-event | 2 json-syntax',
      'latin-1.json | read | is not valid UTF-8. Invalid bytes were read as "�", the first at line 1, column 12 | 1 unknown-event',
    ],
  },
];

/** In a folder that is made before the window opens, on Linux; a way may see less of it than another. */
export const specialCases: readonly {
  readonly folder: string;
  readonly name: string;
  readonly expected: Readonly<Record<Way['name'], Lines>>;
}[] = [
  {
    folder: 'special',
    name: 'names what may not be read, and waits for no pipe or socket',
    expected: {
      thread: [
        'denied.json | unreadable | cannot be opened: permission denied',
        'read.json | read | 1 unknown-event',
      ],
      slices: [
        'denied.json | unreadable | cannot be opened: permission denied',
        // The editor does not say whether such a link leads to a file
        'link-to-pipe.json | unreadable | cannot be opened: Unavailable',
        'read.json | read | 1 unknown-event',
      ],
    },
  },
  {
    folder: 'links',
    name: 'follows links once, or says that it does not',
    expected: {
      thread: [
        'dangling.json | unreadable | cannot be opened: no such file or folder',
        'file.json | read | 1 unknown-event',
        'itself.json | unreadable | cannot be opened: the link points back to itself',
      ],
      // The editor does not list what points to itself
      slices: [
        'cycle | unreadable | is a link to a folder, which is not followed here',
        'dangling.json | unreadable | cannot be opened: no such file or folder',
        'file.json | read | 1 unknown-event',
        'first | unreadable | is a link to a folder, which is not followed here',
        'second | unreadable | is a link to a folder, which is not followed here',
        'shared/read.json | read | 1 unknown-event',
      ],
    },
  },
  {
    folder: 'names',
    name: 'reads files whatever their names are, or says that it cannot',
    expected: {
      thread: [
        '\u001b[31mred.json | read | 1 unknown-event',
        '\\xC8\\xD5/in-folder.json | read | cannot be opened in the editor: its name is not valid UTF-8 | no address',
        '\\xC8\\xD5\\xD6\\xD0.json | read | cannot be opened in the editor: its name is not valid UTF-8 | no address',
        'a\u202egnp.json | read | 1 unknown-event',
        'new\nline.json | read | 1 unknown-event',
        '日志.json | read | 1 unknown-event',
      ],
      slices: [
        '\u001b[31mred.json | read | 1 unknown-event',
        'a\u202egnp.json | read | 1 unknown-event',
        'new\nline.json | read | 1 unknown-event',
        '日志.json | read | 1 unknown-event',
        '\ufffd\ufffd | unreadable | cannot be opened here: its name is not valid UTF-8. Use the command line',
        '\ufffd\ufffd\ufffd\ufffd.json | unreadable | cannot be opened here: its name is not valid UTF-8. Use the command line',
      ],
    },
  },
];
