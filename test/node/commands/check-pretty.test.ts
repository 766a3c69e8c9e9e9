import assert from 'node:assert/strict';
import {
  ctsTrace,
  folderWith,
  hint,
  json,
  misspelledTrace,
  removeFolders,
  validTrace,
} from '../../support/command';

const digest = JSON.stringify({
  project_id: 'p',
  digest_start_time: '2026-11-20T03-00-00Z',
  digest_end_time: '2026-11-20T04-00-00Z',
  digest_bucket: 'audit',
  digest_object: 'o',
  log_files: [],
});

function sampleFolder(): string {
  return folderWith({
    'a.json': json(misspelledTrace, hint),
    'digest.json': digest,
    'other.json': '{"a":1}',
    'z/cut.jsonl': `${json(validTrace)}\n{"trace_name":"createImage","trace_type":"ConsoleAction","time`,
  });
}

describe('cts-trace check', () => {
  after(removeFolders);

  it('prints a line for each finding and a summary', async () => {
    const answer = await ctsTrace(['check', '.'], { cwd: sampleFolder() });
    assert.deepEqual(answer, {
      code: 1,
      out: [
        'a.json:1:80: warning: Unknown IMS event "createImages". Did you mean "createImage"? [unknown-event]',
        'a.json:1:227: hint: Event "deleteMemeber" is also documented as "deleteMember". Search for both spellings [event-spelling]',
        'z/cut.jsonl:2:58: error: Invalid JSON: unterminated string or number [json-syntax]',
        '1 error, 1 warning, 1 hint in 2 trace files (4 traces); not checked: 1 digest file, 1 file without traces',
        '1 trace has no readable time',
        '',
      ].join('\n'),
      err: '',
    });
  });

  for (const [language, line, totals] of [
    [
      'en',
      'digest file for integrity verification, not a trace file',
      'No trace files found; not checked: 1 digest file',
    ],
    ['zh-cn', '完整性校验的摘要文件，不是事件文件', '没有找到事件文件；未检查：1 个摘要文件'],
  ] as const)
    it(`says of a file that is named that it is a digest (${language})`, async () => {
      const answer = await ctsTrace(['check', 'digest.json', '--lang', language], { cwd: sampleFolder() });
      assert.deepEqual(answer, { code: 0, out: `digest.json: ${line}\n${totals}\n`, err: '' });
    });

  it('prints the related location of a finding on the next line', async () => {
    const copy = { ...validTrace, trace_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' };
    const cwd = folderWith({ 'a.json': `[\n${json(copy)},\n${json(copy)}\n]` });
    const { out } = await ctsTrace(['check', 'a.json'], { cwd });
    const at = json(copy).indexOf('"f47ac') + 1;
    assert.deepEqual(out.split('\n').slice(0, 2), [
      `a.json:3:${at}: information: Same trace as in line 2. CTS can deliver a trace twice; count it once [duplicate-trace]`,
      `    a.json:2:${at}: First copy`,
    ]);
  });

  it('prints Chinese', async () => {
    const answer = await ctsTrace(['check', '.', '--lang', 'zh-cn'], { cwd: sampleFolder() });
    assert.deepEqual(answer, {
      code: 1,
      out: [
        'a.json:1:80: 警告: 未知的 IMS 事件“createImages”。是不是“createImage”？ [unknown-event]',
        'a.json:1:227: 提示: 事件“deleteMemeber”在文档中也写作“deleteMember”，请同时检索两种写法 [event-spelling]',
        'z/cut.jsonl:2:58: 错误: JSON 无效：字符串或数字不完整 [json-syntax]',
        '2 个事件文件（4 个事件）中有 1 个错误、1 个警告、1 条提示；未检查：1 个摘要文件、1 个不含事件的文件',
        '1 个事件的时间无法识别',
        '',
      ].join('\n'),
      err: '',
    });
  });

  it('colours severities and positions on request', async () => {
    const cwd = folderWith({ 'a.json': json(misspelledTrace) });
    const { out } = await ctsTrace(['check', 'a.json', '--color'], { cwd });
    const message = 'Unknown IMS event "createImages". Did you mean "createImage"?';
    const [finding, sums] = out.replaceAll('\u001B', '␛').split('\n');
    assert.equal(finding, `␛[1ma.json:1:79:␛[22m ␛[33mwarning:␛[39m ${message} ␛[2m[unknown-event]␛[22m`);
    assert.equal(sums, '␛[33m1 warning␛[39m in 1 trace file (1 trace)');
  });

  for (const [what, args, env, hasColour] of [
    ['no colours without a terminal', [], {}, false],
    ['colours with FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['no colours with FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['no colours with NO_COLOR, regardless of FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['no colours with an empty FORCE_COLOR', [], { FORCE_COLOR: '' }, false],
    [
      'colours with FORCE_COLOR, regardless of an empty NO_COLOR',
      [],
      { NO_COLOR: '', FORCE_COLOR: '1' },
      true,
    ],
    ['colours with --color, regardless of NO_COLOR', ['--color'], { NO_COLOR: '1' }, true],
    ['no colours with --no-color, regardless of FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, false],
  ] as const) {
    it(`shows ${what}`, async () => {
      const { out } = await ctsTrace(['check', '-', ...args], { env, input: json(misspelledTrace) });
      assert.equal(out.includes('\u001B['), hasColour);
    });
  }

  it('escapes control characters in file names (not on Windows, where they cannot be)', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'a\u001B[2J\n.json': json(misspelledTrace) });
    const { out } = await ctsTrace(['check', '.'], { cwd });
    assert.match(out, /^a\uFFFD\[2J\uFFFD\.json:1:79: warning/);
  });
});
