import assert from 'node:assert/strict';
import { rules } from '../../../src/core/rules/rules';
import { ctsTrace, hint, json, misspelledTrace, removeFolders, validTrace } from '../../support/command';

const broken = `${json(validTrace)} rubbish`;

/** The exit code of a check of standard input. */
async function exitCodeOf(input: string, ...args: readonly string[]): Promise<number | null> {
  return (await ctsTrace(['check', '-', ...args], { input })).code;
}

describe('the exit code of cts-trace check', () => {
  for (const [what, input, args, code] of [
    ['a valid trace', json(validTrace), [], 0],
    ['no trace file', '{}', [], 0],
    ['a hint', json(hint), [], 0],
    ['a hint, failing on hints', json(hint), ['--fail-on', 'hint'], 1],
    ['a warning', json(misspelledTrace), [], 1],
    ['a warning, failing on information', json(misspelledTrace), ['--fail-on=information'], 1],
    ['a warning, failing on errors', json(misspelledTrace), ['--fail-on', 'error'], 0],
    ['an error, failing on errors', broken, ['--fail-on', 'error'], 1],
    ['a disabled rule', json(misspelledTrace), ['--rule', 'unknown-event=off'], 0],
    ['a rule with a lower severity', json(misspelledTrace), ['--rule', 'unknown-event=hint'], 0],
    [
      'a rule with a higher severity',
      json(hint),
      ['--rule', 'event-spelling=error', '--fail-on', 'error'],
      1,
    ],
    [
      'a rule set twice',
      json(misspelledTrace),
      ['--rule', 'unknown-event=off', '--rule', 'unknown-event=error'],
      1,
    ],
    [
      'two rules',
      `${json(misspelledTrace)} x`,
      ['--rule', 'unknown-event=off', '--rule', 'json-syntax=off'],
      0,
    ],
    ['an unreadable input', 'a\0', [], 2],
  ] as const) {
    it(`is ${code} for ${what}`, async () => assert.equal(await exitCodeOf(input, ...args), code));
  }
});

describe('a usage error of cts-trace', () => {
  after(removeFolders);

  const ids = rules.map((rule) => rule.id).join(', ');
  const chineseIds = ids.replaceAll(', ', '、');
  for (const [args, message, chinese] of [
    [['check', '--bogus'], 'there is no option "--bogus"', '没有选项“--bogus”'],
    [
      ['check', '--formt', 'json'],
      'there is no option "--formt", the closest is --format',
      '没有选项“--formt”，最接近的是 --format',
    ],
    [
      ['check', '--lulp'],
      'there is no option "--lulp", the closest is --help, --rule',
      '没有选项“--lulp”，最接近的是 --help、--rule',
    ],
    [
      ['check', '--service', 'IMS'],
      'option "--service" goes behind these commands only: catalog',
      '选项“--service”只能写在以下命令之后：catalog',
    ],
    [
      ['--format', 'json', 'explain', 'addTag'],
      'option "--format" goes behind these commands only: check, explain, catalog',
      '选项“--format”只能写在以下命令之后：check、explain、catalog',
    ],
    [['chek'], 'there is no command "chek", the closest is check', '没有命令“chek”，最接近的是 check'],
    [['nonsense'], 'there is no command "nonsense"', '没有命令“nonsense”'],
    [
      ['gone.json'],
      'there is no command "gone.json"; to check a file or folder: cts-trace check gone.json',
      '没有命令“gone.json”；检查文件或文件夹用 cts-trace check gone.json',
    ],
    [
      ['samples', '--format', 'json'],
      'there is no command "samples"; to check a file or folder: cts-trace check samples',
      '没有命令“samples”；检查文件或文件夹用 cts-trace check samples',
    ],
    [
      ["my 'own'/file"],
      `there is no command "my 'own'/file"; to check a file or folder: cts-trace check "my 'own'/file"`,
      `没有命令“my 'own'/file”；检查文件或文件夹用 cts-trace check "my 'own'/file"`,
    ],
    [
      ['-'],
      'there is no command "-"; to check a file or folder: cts-trace check -',
      '没有命令“-”；检查文件或文件夹用 cts-trace check -',
    ],
    [
      ['updateImage'],
      'there is no command "updateImage"; to explain an event: cts-trace explain updateImage',
      '没有命令“updateImage”；解释事件用 cts-trace explain updateImage',
    ],
    [['explain'], 'name is missing', '缺少 name'],
    [['explain', 'a', 'b'], 'too many arguments for explain', 'explain 的参数过多'],
    [['check', '--fail-on'], '--fail-on <severity> is missing its value', '--fail-on <severity> 缺少值'],
    [
      ['check', '--fail-on', 'never'],
      '--fail-on does not know "never": it takes error | warning | information | hint',
      '--fail-on 没有“never”：可用 error | warning | information | hint',
    ],
    [
      ['catalog', '--format', 'xml'],
      '--format does not know "xml": it takes pretty | json',
      '--format 没有“xml”：可用 pretty | json',
    ],
    [
      ['check', '--rule', 'unknown-evnt=off'],
      `there is no rule "unknown-evnt", the closest is unknown-event; the rules are ${ids}`,
      `没有规则“unknown-evnt”，最接近的是 unknown-event；规则有 ${chineseIds}`,
    ],
    [
      ['check', '--rule', '__proto__=off'],
      `there is no rule "__proto__"; the rules are ${ids}`,
      `没有规则“__proto__”；规则有 ${chineseIds}`,
    ],
    [
      ['check', '--rule', 'unknown-event'],
      `--rule takes id=severity, not "unknown-event"; the rules are ${ids}`,
      `--rule 的值应写作 规则=级别，而不是“unknown-event”；规则有 ${chineseIds}`,
    ],
    [
      ['check', '--rule', 'unknown-event=loud'],
      '--rule unknown-event does not know the severity "loud": it takes error | warning | information | hint | off',
      '--rule unknown-event 没有级别“loud”：可用 error | warning | information | hint | off',
    ],
  ] as const) {
    it(`is reported: ${args.join(' ')}`, async () => {
      const command = ['check', 'explain', 'catalog'].find((name) => args.some((arg) => arg === name));
      const help = command === undefined ? 'cts-trace --help' : `cts-trace ${command} --help`;
      assert.deepEqual(await ctsTrace(args), {
        code: 2,
        out: '',
        err: `cts-trace: ${message}\ncts-trace: ${help} shows what there is\n`,
      });
      assert.deepEqual(await ctsTrace([...args], { env: { LANG: 'zh_CN.UTF-8' } }), {
        code: 2,
        out: '',
        err: `cts-trace: ${chinese}\ncts-trace: 用法见 ${help}\n`,
      });
    });
  }

  it('in --lang is reported in the language of the environment', async () => {
    const { code, err } = await ctsTrace(['check', '--lang', 'fr'], { env: { LANG: 'zh_CN.UTF-8' } });
    assert.equal(code, 2);
    assert.match(err, /--lang 没有“fr”：可用 en \| zh-cn/);
  });
});
