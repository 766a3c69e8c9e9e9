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
    [['check', '--bogus'], "Unknown option '--bogus'", "未知的选项 '--bogus'"],
    [
      ['check', '--formt', 'json'],
      "Unknown option '--formt'. Did you mean '--format'?",
      "未知的选项 '--formt'。是不是 '--format'？",
    ],
    [
      ['check', '--lulp'],
      "Unknown option '--lulp'. Did you mean '--help' or '--rule'?",
      "未知的选项 '--lulp'。是不是 '--help'或'--rule'？",
    ],
    [
      ['check', '--service', 'IMS'],
      "'check' has no option '--service'. Commands that have it: 'summary', 'search', 'catalog'",
      "'check' 没有选项 '--service'。有此选项的命令：'summary'、'search'、'catalog'",
    ],
    [
      ['--format', 'json', 'explain', 'addTag'],
      "Option '--format' must follow its command: 'check', 'summary', 'search', 'verify', 'explain', 'catalog'",
      "选项 '--format' 须写在命令之后：'check'、'summary'、'search'、'verify'、'explain'、'catalog'",
    ],
    [
      ['check', '--form', 'json'],
      "Unknown option '--form'. Did you mean '--format'?",
      "未知的选项 '--form'。是不是 '--format'？",
    ],
    [
      ['help', 'chek'],
      "Unknown command 'chek'. Did you mean 'check'?",
      "未知的命令 'chek'。是不是 'check'？",
    ],
    [['help', 'nonsense'], "Unknown command 'nonsense'", "未知的命令 'nonsense'"],
    [['chek'], "Unknown command 'chek'. Did you mean 'check'?", "未知的命令 'chek'。是不是 'check'？"],
    [['nonsense'], "Unknown command 'nonsense'", "未知的命令 'nonsense'"],
    [
      ['gone.json'],
      "Unknown command 'gone.json'. To check a file or folder: 'cts-trace check gone.json'",
      "未知的命令 'gone.json'。检查文件或文件夹请用 'cts-trace check gone.json'",
    ],
    [
      ['samples', '--format', 'json'],
      "Unknown command 'samples'. To check a file or folder: 'cts-trace check samples'",
      "未知的命令 'samples'。检查文件或文件夹请用 'cts-trace check samples'",
    ],
    [
      ["my 'own'/file"],
      `Unknown command 'my 'own'/file'. To check a file or folder: 'cts-trace check "my 'own'/file"'`,
      `未知的命令 'my 'own'/file'。检查文件或文件夹请用 'cts-trace check "my 'own'/file"'`,
    ],
    [
      ['-'],
      "Unknown command '-'. To check a file or folder: 'cts-trace check -'",
      "未知的命令 '-'。检查文件或文件夹请用 'cts-trace check -'",
    ],
    [
      ['updateImage'],
      "Unknown command 'updateImage'. To explain an event: 'cts-trace explain updateImage'",
      "未知的命令 'updateImage'。解释事件请用 'cts-trace explain updateImage'",
    ],
    [['explain'], "Missing argument 'name'", "缺少参数 'name'"],
    [['explain', 'a', 'b'], "Too many arguments for 'explain'", "'explain' 的参数过多"],
    [['check', '--fail-on'], "Missing value for '--fail-on <severity>'", "'--fail-on <severity>' 缺少值"],
    [
      ['check', '--fail-on', 'never'],
      `Invalid value "never" for '--fail-on'; expected error | warning | information | hint`,
      "'--fail-on' 的值“never”无效，应为 error | warning | information | hint",
    ],
    [
      ['catalog', '--format', 'xml'],
      `Invalid value "xml" for '--format'; expected pretty | json`,
      "'--format' 的值“xml”无效，应为 pretty | json",
    ],
    [
      ['check', '--rule', 'unknown-evnt=off'],
      `Unknown rule "unknown-evnt". Did you mean "unknown-event"? Rules: ${ids}`,
      `未知的规则“unknown-evnt”。是不是“unknown-event”？规则：${chineseIds}`,
    ],
    [
      ['check', '--rule', '__proto__=off'],
      `Unknown rule "__proto__". Rules: ${ids}`,
      `未知的规则“__proto__”。规则：${chineseIds}`,
    ],
    [
      ['check', '--rule', 'unknown-event'],
      `'--rule' expects "id=severity", not "unknown-event". Rules: ${ids}`,
      `'--rule' 的值应写作“规则=级别”，而不是“unknown-event”。规则：${chineseIds}`,
    ],
    [
      ['check', '--rule', 'unknown-event=loud'],
      `Unknown severity "loud" for '--rule unknown-event'; expected error | warning | information | hint | off`,
      "'--rule unknown-event' 的级别“loud”无效，应为 error | warning | information | hint | off",
    ],
  ] as const) {
    it(`is reported: ${args.join(' ')}`, async () => {
      const command = ['check', 'explain', 'catalog'].find((name) => args.some((arg) => arg === name));
      const help = command === undefined ? 'cts-trace --help' : `cts-trace ${command} --help`;
      assert.deepEqual(await ctsTrace(args), {
        code: 2,
        out: '',
        err: `cts-trace: ${message}\ncts-trace: See '${help}'\n`,
      });
      assert.deepEqual(await ctsTrace([...args], { env: { LANG: 'zh_CN.UTF-8' } }), {
        code: 2,
        out: '',
        err: `cts-trace: ${chinese}\ncts-trace: 用法见 '${help}'\n`,
      });
    });
  }

  it('in --lang is reported in the language of the environment', async () => {
    const { code, err } = await ctsTrace(['check', '--lang', 'fr'], { env: { LANG: 'zh_CN.UTF-8' } });
    assert.equal(code, 2);
    assert.match(err, /'--lang' 的值“fr”无效，应为 en \| zh-cn/);
  });
});
