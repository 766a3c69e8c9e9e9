import assert from 'node:assert/strict';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  checkFiles,
  ctsTrace,
  folderWith,
  json,
  misspelledTrace,
  removeFolders,
  summaryOf,
  validTrace,
} from '../../support/command';

const bom = '\u{FEFF}';

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(bom + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const large = { ...validTrace, message: 'x'.repeat(1000) };
/** A trace file on a single line. */
const tenMegabytes = json(...Array.from({ length: 9000 }, () => large), misspelledTrace);

describe('cts-trace check reads', () => {
  after(removeFolders);

  for (const [what, content, expected] of [
    ['an empty file', '', 'other 0'],
    ['a file of whitespace', ' \r\n\t', 'other 0'],
    ['other JSON', '{"a": [1, 2]}', 'other 0'],
    ['UTF-8', json(misspelledTrace), 'traces 1 unknown-event@1:79'],
    ['UTF-8 with a byte order mark', bom + json(misspelledTrace), 'traces 1 unknown-event@1:79'],
    ['UTF-16, little-endian', utf16(json(misspelledTrace), 'le'), 'traces 1 unknown-event@1:79'],
    ['UTF-16, big-endian', utf16(json(misspelledTrace), 'be'), 'traces 1 unknown-event@1:79'],
    [
      'UTF-16 that ends within a code unit',
      utf16(json(misspelledTrace), 'le').slice(0, -1),
      'traces 1 unknown-event@1:79 json-syntax@1:146',
    ],
    ['UTF-16 without a byte order mark', utf16(json(misspelledTrace), 'le').slice(2), 'unreadable 0'],
    [
      'invalid UTF-8',
      Buffer.from(json({ ...misspelledTrace, m: 'é' }), 'latin1'),
      'traces 1 unknown-event@1:79',
    ],
    [
      'Windows line breaks',
      JSON.stringify(misspelledTrace, null, 1).replaceAll('\n', '\r\n'),
      'traces 1 unknown-event@5:16',
    ],
    [
      'columns in UTF-16 code units',
      json({ 'é\u{1F600}': 1, ...misspelledTrace }),
      'traces 1 unknown-event@1:87',
    ],
    ['NUL', `${json(validTrace)}\0`, 'unreadable 0'],
    ['a gzipped file', gzipSync(json(misspelledTrace)), 'traces 1 unknown-event@1:79'],
    ['a file that is gzipped twice', gzipSync(gzipSync(json(misspelledTrace))), 'unreadable 0'],
    ['a ZIP archive', Buffer.from('PK\u0003\u0004rest', 'latin1'), 'unreadable 0'],
    ['100,000 brackets', '['.repeat(100_000), 'other 0'],
    [
      '100,000 brackets after a trace',
      `${json(validTrace)}\n${'['.repeat(100_000)}`,
      'traces 1 json-syntax@2:100000',
    ],
    [
      'a line of 10 MB',
      tenMegabytes,
      `traces 9001 unknown-event@1:${tenMegabytes.indexOf('"createImages"') + 1}`,
    ],
  ] as const) {
    it(what, async () => {
      const { files } = await checkFiles({ 'a.json': content });
      assert.deepEqual(files.map(summaryOf), [`a.json ${expected}`]);
    });
  }

  it('standard input', async () => {
    const { out, code } = await ctsTrace(['check', '-', '--format', 'json'], {
      input: json(misspelledTrace),
    });
    assert.deepEqual(JSON.parse(out).files.map(summaryOf), ['- traces 1 unknown-event@1:79']);
    assert.equal(code, 1);
  });

  it('a truncated line of JSON Lines, recognised by the file name', async () => {
    const cut = json(misspelledTrace).slice(0, 100);
    const { files } = await checkFiles({
      'a.jsonl': `${cut}\n${json(validTrace)}`,
      'b.ndjson': json(validTrace),
    });
    assert.deepEqual(
      files.map(({ kind, traces }) => `${kind} ${traces}`),
      ['traces 2', 'traces 1'],
    );
  });
});

describe('cts-trace check explains what to do about', () => {
  after(removeFolders);

  for (const [what, content, note] of [
    [
      'a file that is gzipped twice',
      gzipSync(gzipSync(json(misspelledTrace))),
      "is gzipped twice. Unzip it once first: 'gunzip FILE'",
    ],
    [
      'a table for Excel',
      Buffer.from('PK\u0003\u0004rest', 'latin1'),
      'is a ZIP archive or an Excel table. Unzip an archive first; a table exported from the console lacks most of each record, so use the trace files in OBS instead',
    ],
    ['NUL', 'a\0b', 'is not text: it contains NUL characters. UTF-16 must begin with a byte order mark'],
  ] as const) {
    it(what, async () => {
      const { answer } = await checkFiles({ 'a.json': content });
      assert.deepEqual([answer.code, answer.err], [2, `cts-trace: "a.json" ${note}\n`]);
    });
  }

  for (const [what, content, note] of [
    [
      'bytes that are not UTF-8',
      Buffer.from(`[\n${json({ ...validTrace, user: 'é' })}]`, 'latin1'),
      `is not valid UTF-8. Invalid bytes were read as "\u{FFFD}", the first at line 2, column ${json(validTrace).length + 9}`,
    ],
    [
      'half a surrogate pair of UTF-16',
      utf16(json({ ...validTrace, user: '\u{D83D}x' }).replace('\\ud83d', '\u{D83D}'), 'le'),
      `is not valid UTF-16. Invalid bytes were read as "\u{FFFD}", the first at line 1, column ${json(validTrace).length + 9}`,
    ],
  ] as const) {
    it(what, async () => {
      const { answer } = await checkFiles({ 'a.json': content });
      assert.deepEqual([answer.code, answer.err], [0, `cts-trace: "a.json" ${note}\n`]);
    });
  }

  it('bytes that are not UTF-8, in Chinese', async () => {
    const input = Buffer.from(json({ ...validTrace, user: 'é' }), 'latin1');
    const { code, err } = await ctsTrace(['check', '-', '--lang', 'zh-cn'], { input });
    const note = `不是有效的 UTF-8：无效字节读作“\u{FFFD}”，第一处在第 1 行第 ${json(validTrace).length + 9} 列`;
    assert.deepEqual([code, err], [0, `cts-trace: “-”${note}\n`]);
  });

  it('a valid U+FFFD: nothing', async () => {
    const { answer } = await checkFiles({ 'a.json': json({ ...validTrace, user: '\u{FFFD}' }) });
    assert.deepEqual([answer.code, answer.err], [0, '']);
  });

  const table =
    'is a table exported from the console, which lacks most of each record. Check the trace files in the OBS bucket, a ListTraces API response or the JSON from "View Trace" instead';
  for (const header of [
    'Trace Name,Resource Type,Trace Source,Resource ID,Resource Name,Trace Status,Operator,Operation Time',
    `${bom}"事件名称","资源类型","事件来源","资源ID","资源名称","事件级别"`,
    'time,trace_name,resource_type,service_type',
  ]) {
    it(`a table that starts with ${header}`, async () => {
      const { files, answer } = await checkFiles({ 'a.csv': `${header}\r\ncreateImage,ims,IMS\r\n` });
      assert.deepEqual(files.map(summaryOf), ['a.csv other 0']);
      assert.deepEqual([answer.code, answer.err], [0, `cts-trace: "a.csv" ${table}\n`]);
    });
  }

  const notTraces = 'is not a trace file and was not checked: no object in it has the fields of a trace';

  const fields = ['trace_name', 'trace_type', 'service_type', 'time'].map((name) => [name, 'x'] as const);
  const pasted = [...fields, ['trace_rating', 'normal']] as const;
  for (const [what, content, note, chinese] of [
    [
      'the expanded row of the console',
      pasted.map((row) => row.join('\t')).join('\n'),
      'is not a trace file: the trace is plain text, like an expanded row in the console. Open "View Trace" there and copy the JSON',
      /^cts-trace: “-”不是事件文件：其中的事件是纯文本/,
    ],
    [
      'a Python dict',
      `{${pasted.map((row) => `'${row.join("': '")}'`).join(', ')}}`,
      'is not a trace file: the trace is a Python dict in single quotes, not JSON. Print it with json.dumps',
      /^cts-trace: “-”不是事件文件：其中的事件是 Python 字典/,
    ],
    [
      'a printed object',
      `{ ${pasted.map((row) => `${row.join(": '")}'`).join(', ')} }`,
      'is not a trace file: the trace has unquoted keys, as printed by a program, and is not JSON. Print it as JSON, for example with JSON.stringify',
      /^cts-trace: “-”不是事件文件：其中的事件是程序直接打印的对象/,
    ],
    [
      'a Markdown quote',
      `> ${JSON.stringify(Object.fromEntries(pasted), null, 2).replaceAll('\n', '\n> ')}`,
      'is not a trace file: each line of the JSON starts with ">", as in a Markdown or email quote. Remove the ">"',
      /^cts-trace: “-”不是事件文件：JSON 的每一行都以“>”开头/,
    ],
    [
      'lost underscores',
      JSON.stringify(Object.fromEntries(pasted)).replaceAll('_', ''),
      'is not a trace file: the field names have lost their underscores ("tracename" instead of "trace_name"). Get the trace from another source',
      /^cts-trace: “-”不是事件文件：字段名丢失了下划线/,
    ],
  ] as const) {
    it(`${what}, also in a folder`, async () => {
      const cwd = folderWith({ 'a/b.json': content });
      const { code, out, err } = await ctsTrace(['check', 'a', '--format', 'json'], { cwd });
      assert.deepEqual([code, err], [0, `cts-trace: "${path.join('a', 'b.json')}" ${note}\n`]);
      const [file] = JSON.parse(out).files;
      assert.deepEqual([file.kind, file.findings, file.note], ['other', [], note]);
      assert.match((await ctsTrace(['check', '-', '--lang', 'zh-cn'], { input: content })).err, chinese);
    });
  }

  it('another table: does not mention the console', async () => {
    const { answer } = await checkFiles({
      'a.csv': 'Resource Type,Resource ID,Resource Name,Tags\n',
      'b.csv': 'Trace Name,Span,Duration\n',
    });
    const notes = ['a.csv', 'b.csv'].map((name) => `cts-trace: "${name}" ${notTraces}\n`);
    assert.deepEqual([answer.code, answer.err], [0, notes.join('')]);
  });

  for (const [what, content, note, chinese] of [
    ['another file', '{"a": 1}', notTraces, '不是事件文件，未作检查：其中没有包含事件字段的对象'],
    ['an empty file', '', 'is empty; nothing was checked', '内容为空，未作检查'],
    ['a file of whitespace', ' \r\n\t', 'is empty; nothing was checked', '内容为空，未作检查'],
  ] as const) {
    it(`${what} named by the user`, async () => {
      const cwd = folderWith({ 'folder/a.json': content });
      const { code, err } = await ctsTrace(['check', 'folder/a.json'], { cwd });
      assert.deepEqual([code, err], [0, `cts-trace: "folder/a.json" ${note}\n`]);
      const spoken = await ctsTrace(['check', '-', '--lang', 'zh-cn'], { input: content });
      assert.deepEqual([spoken.code, spoken.err], [0, `cts-trace: “-”${chinese}\n`]);
    });

    it(`${what} in a folder: nothing`, async () => {
      const cwd = folderWith({ 'folder/a.json': content });
      const { code, err } = await ctsTrace(['check', 'folder'], { cwd });
      assert.deepEqual([code, err], [0, '']);
    });
  }
});
